import { z } from 'zod';

const printable = /^[^\p{Cc}\p{Cf}\p{Cs}]*$/u;

/** The name of a batch as a person types it. */
const batchName = z
  .string('Give the batch a name.')
  .trim()
  .min(1, 'Give the batch a name.')
  .max(100, 'A batch name has at most 100 characters.')
  .regex(printable, 'A batch name cannot hold characters that are not seen.');

const uploadMode = z.enum(['keep_good', 'all_or_nothing'], 'Choose keep_good or all_or_nothing.');
export type UploadMode = z.infer<typeof uploadMode>;

/** What a person chooses beside the file. */
export const uploadChoices = z.object({ batch: batchName, mode: uploadMode.default('keep_good') });

/** What goes with the bytes of a device file (DESIGN §8, uploads over HTTP). */
export const uploadRequest = uploadChoices.extend({
  customerId: z.uuid(),
  fileName: z
    .string()
    .max(255, 'A file name has at most 255 characters.')
    .regex(printable, 'Rename the file.')
    .nullish(),
});

/** RFC 9110 leaves it to us what a key may be: printable ASCII, as long as a UUID in quotes or a hash. */
export const idempotencyKey = z
  .string()
  .regex(/^[!-~]{1,200}$/, 'An Idempotency-Key has 1 to 200 printable characters.')
  .nullable();
