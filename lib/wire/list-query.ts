import { z } from 'zod';
import { codes, WireError } from './wire-error';

const seeks = ['next', 'previous', 'first', 'last', 'pageindex'] as const;

/** How a list is asked for: how much of it, and which part. Everything in the address is text. */
export const listQuery = z.object({
  size: z
    .string()
    .regex(/^\d{1,3}$/, 'A number from 0 to 500.')
    .transform(Number)
    .pipe(z.number().max(500, 'At most 500.'))
    .optional(),
  seekOperation: z.string().toLowerCase().pipe(z.enum(seeks, 'Next, Previous, First, Last or PageIndex.')).optional(),
  /** Of the page, from 1, for PageIndex. */
  index: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'A number from 1.')
    .transform(Number)
    .optional(),
  /** Some clients send it here as well. */
  filter: z.string().max(2000).optional(),
});

export interface Filter {
  field: string;
  value: string;
  operator: string;
}

const plain = (word: unknown): string => (typeof word === 'string' ? word.toLowerCase().replace(/[_\s-]/g, '') : '');

/** Reads `{"Field":…,"Value":…,"Operator":…}`, keys, fields and operators in any spelling. Throws for what is no filter. */
export function readFilter(text: string | undefined): Filter | null {
  if (text === undefined || text.trim() === '') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Told below.
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new WireError(400, codes.invalidProperty, 'filter: Send JSON with Field, Value and Operator, URL-encoded.');
  }
  const given = new Map(Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value]));
  const value = given.get('value');
  if (typeof value !== 'string' || value.length > 200) {
    throw new WireError(400, codes.invalidProperty, 'filter: Value is text of at most 200 characters.');
  }
  return { field: plain(given.get('field')), value, operator: plain(given.get('operator')) };
}
