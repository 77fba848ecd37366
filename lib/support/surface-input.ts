import { z } from 'zod';
import { proofFile } from '@/lib/conflicts/ask-input';
import { removalText } from '@/lib/consent/plain-text';
import { readCell } from '@/lib/devices/cell-rules';
import { uploadChoices } from '@/lib/devices/receive-input';
import { parseSerials, serialsAtMost } from './parse-serials';

const typed = (missing: string) => z.string(missing).trim().min(1, missing).max(254, 'This is too long.');

const serials = z
  .string('Paste the serial numbers.')
  .transform(parseSerials)
  .pipe(
    z
      .array(z.string())
      .min(1, 'Paste the serial numbers, one a line.')
      .max(serialsAtMost, `At most ${serialsAtMost.toLocaleString('en')} at once. Register the rest afterwards.`),
  );

const model = z.string('Choose the model.').transform((value, context) => {
  const read = readCell('model', value);
  const problem = read.fault?.message ?? (read.value ? null : 'Choose the model, or type it as the firmware says it.');
  if (problem === null) return read.value ?? '';
  context.addIssue({ code: 'custom', message: problem });
  return z.NEVER;
});

/** What support types; the proof of purchase comes beside it. */
export const surfaceWords = z.object({
  customer: typed('Give the customer’s domain or tenant id.'),
  askedBy: typed('Give the mail address of the administrator who asked.'),
  serials,
  model,
  orderNumber: uploadChoices.shape.orderNumber,
  groupTag: uploadChoices.shape.groupTag,
  reason: removalText,
});

export const surfaceInput = surfaceWords.extend({ id: z.uuid(), proof: proofFile });
