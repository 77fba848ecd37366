import { z } from 'zod';
import { codes, WireError } from './wire-error';

const half = /\p{Cs}/u;
/** Deeper than anything a client has to say. */
const deepest = 20;

/** Refuses JSON that no honest client sends: keys that reach for prototypes, halves of characters, nesting without end. */
export function requireSound(value: unknown, depth = 0): void {
  if (depth > deepest)
    throw new WireError(400, codes.invalidInput, `The body is nested deeper than ${deepest} levels.`);
  if (typeof value === 'string') requireWhole(value);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) requireSound(item, depth + 1);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__')
      throw new WireError(400, codes.invalidInput, 'The body has a key that is not allowed: __proto__.');
    requireWhole(key);
    requireSound(member, depth + 1);
  }
}

function requireWhole(text: string): void {
  if (half.test(text))
    throw new WireError(
      400,
      codes.invalidInput,
      'The body has half of a character (a lone surrogate). Send valid Unicode.',
    );
}

/** What a schema says under its wrappers. */
function bare(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return bare(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  return schema;
}

/**
 * A client's JSON in the spelling of the schema: keys in any case, null as if it were not there, keys that nobody knows left
 * out. Of two spellings of one key the schema's own counts, else the first that says something.
 */
export function fitKeys(schema: z.ZodType, value: unknown): unknown {
  const shape = bare(schema);
  if (value === null) return undefined;
  if (shape instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => fitKeys(shape.element as z.ZodType, item));
  }
  if (!(shape instanceof z.ZodObject) || typeof value !== 'object' || Array.isArray(value)) return value;
  const given = new Map<string, unknown>();
  for (const [key, member] of Object.entries(value)) {
    if (member === null) continue;
    const name = key.toLowerCase();
    if (!given.has(name) || Object.hasOwn(shape.shape, key)) given.set(name, member);
  }
  const fitted: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(shape.shape as Record<string, z.ZodType>)) {
    const member = given.get(key.toLowerCase());
    if (member !== undefined) fitted[key] = fitKeys(inner, member);
  }
  return fitted;
}
