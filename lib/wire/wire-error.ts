import { AppError, type ErrorCode } from '@/lib/errors';

/** A refusal as clients of the API know it: a status, a code of their table, and a sentence. */
export class WireError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly headers: Record<string, string> = {},
    /** What a program would otherwise have to read out of the sentence. */
    readonly data: readonly string[] = [],
  ) {
    super(sentence);
    this.name = 'WireError';
  }
}

export const codes = {
  invalidProperty: '3000',
  invalidInput: '800002',
  unauthorized: '800001',
  denied: '2032',
  noRelationship: '20002',
  noRight: '900150',
  notFound: '1000',
  invalidCustomer: '900118',
  staleTag: '2055',
  broken: '800003',
} as const;

/** The longest description that clients read. */
const longest = 1024;

const known: Partial<Record<ErrorCode, readonly [status: number, code: string]>> = {
  signed_out: [401, codes.unauthorized],
  denied: [403, codes.noRight],
  suspended: [403, codes.denied],
  foreign_origin: [403, codes.denied],
  not_found: [404, codes.notFound],
  invalid: [400, codes.invalidProperty],
  unreadable: [400, codes.invalidInput],
};

/** How a refusal of the domain is told to a client. What the client cannot mend is told apart, since some then retry for ever. */
export function toWireError(error: unknown): WireError | null {
  if (error instanceof WireError) return error;
  if (!(error instanceof AppError)) return null;
  const [status, code] = known[error.code] ?? [error.status, error.status < 500 ? codes.invalidInput : codes.broken];
  const fields = Object.entries(error.fields).map(([field, message]) => (field ? `${field}: ${message}` : message));
  const sentence = error.code === 'denied' ? 'This client’s scopes do not allow this.' : error.message;
  return new WireError(status, code, fields.length > 0 ? fields.join(' ') : sentence);
}

/** The body of every refusal. */
export const errorBody = ({ code, message, data }: WireError) => ({
  code,
  description: message.slice(0, longest),
  data,
  source: 'Countersign',
});
