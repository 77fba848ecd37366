import { z } from 'zod';
import { readText } from '@/app/read-text';
import { fitKeys, requireSound } from '@/lib/wire/fit-keys';
import { codes, WireError } from '@/lib/wire/wire-error';

/** Bytes of a body: two thousand devices with a hardware hash each stay below it. */
export const longestBody = 16 * 1024 ** 2;

const isJson = /^(application|text)\/([\w.+-]+\+)?json$/;
const none = z.undefined();
/** For calls that take no body. */
export const noBody: z.ZodType<undefined> = none;

/** A value by a schema, or a refusal that names the field and what is allowed. */
export function accept<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const told = result.error.issues
    .slice(0, 10)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  const inCustomer = result.error.issues.some(({ path }) => path[0] === 'customerId');
  throw new WireError(400, inCustomer ? codes.invalidCustomer : codes.invalidProperty, told.join(' '));
}

/** The text of a request's body, as far as a body may go. */
export async function readBody(request: Request): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  const limit = `A body may have ${longestBody / 1024 ** 2} MiB. Send fewer devices at a time.`;
  if (announced > longestBody) throw new WireError(413, codes.invalidInput, limit);
  return readText(request, longestBody);
}

/** Whether a call can go without what its schema describes. */
export const mayBeAbsent = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

/** What the text says, in the spelling of the schema. */
export function parseBody(schema: z.ZodType, text: string, contentType: string | null): unknown {
  if (schema === noBody) return undefined;
  if (text === '' && mayBeAbsent(schema)) return accept(schema, undefined);
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type && !isJson.test(type)) throw new WireError(415, codes.invalidInput, 'Send the body as application/json.');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new WireError(400, codes.invalidInput, 'The body is not JSON that can be read.');
  }
  requireSound(value);
  return accept(schema, fitKeys(schema, value));
}
