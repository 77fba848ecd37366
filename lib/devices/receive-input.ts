import { z } from 'zod';
import { type Meaning, parseMapping } from './column-mapping';
import { groupTagTooLong, longestGroupTag, longestOrderNumber, orderNumberTooLong } from './limits';

/** Without control characters, and without those that nobody sees. */
export const printable = /^[^\p{Cc}\p{Cf}\p{Cs}]*$/u;

/** The name of a batch as a person types it. */
export const batchName = z
  .string('Give the batch a name.')
  .trim()
  .min(1, 'Give the batch a name.')
  .max(100, 'A batch name has at most 100 characters.')
  .regex(printable, 'A batch name cannot hold characters that are not seen.');

const uploadMode = z.enum(['keep_good', 'all_or_nothing'], 'Choose keep_good or all_or_nothing.');
export type UploadMode = z.infer<typeof uploadMode>;

export const groupTag = z
  .string()
  .trim()
  .max(longestGroupTag, groupTagTooLong)
  .regex(printable, 'A group tag cannot hold characters that are not seen.');

const orderNumber = z
  .string()
  .trim()
  .max(longestOrderNumber, orderNumberTooLong)
  .regex(printable, 'An order number cannot hold characters that are not seen.');

/** What a person chooses beside the file. */
export const uploadChoices = z.object({
  batch: batchName,
  mode: uploadMode.default('keep_good'),
  /** For every device whose own cell is empty. */
  groupTag: groupTag.optional(),
  /** Likewise. */
  orderNumber: orderNumber.optional(),
  /** For what is registered: a profile, or `none`; without it, the partner's default for this customer. */
  profile: z.union([z.literal('none'), z.uuid()], 'Choose a profile or none.').optional(),
});

/** Field names by position, with commas between; see `parseMapping`. */
const columns = z.string().superRefine((text, context) => {
  const parsed = parseMapping(text);
  if ('problem' in parsed) context.addIssue({ code: 'custom', message: parsed.problem });
});

/** What goes with the bytes of a device file (DESIGN §8, uploads over HTTP). */
export const uploadRequest = uploadChoices
  .extend({
    customerId: z.uuid(),
    fileName: z
      .string()
      .max(255, 'A file name has at most 255 characters.')
      .regex(printable, 'Rename the file.')
      .nullish(),
    columns: columns.optional(),
    header: z.enum(['first', 'none'], 'Choose first or none.').default('first'),
  })
  .refine(({ header, columns: named }) => header === 'first' || named !== undefined, {
    path: ['columns'],
    message: 'Say what the columns of a file without a header mean.',
  });

/** What an upload's parameters say about its file. */
export function meaningOf({ columns: named, header }: z.output<typeof uploadRequest>): Meaning {
  const parsed = named === undefined ? null : parseMapping(named);
  return { mapping: parsed && 'mapping' in parsed ? parsed.mapping : null, header };
}

/** RFC 9110 leaves it to us what a key may be: printable ASCII, as long as a UUID in quotes or a hash. */
export const idempotencyKey = z
  .string()
  .regex(/^[!-~]{1,200}$/, 'An Idempotency-Key has 1 to 200 printable characters.')
  .nullable();
