import { z } from 'zod';
import { conflictNote, orderReference } from '@/lib/consent/plain-text';
import { type ProofType, proofTypeOf } from './proof-type';

/** A file whose content says that it is a proof of purchase; the same rule wherever one comes in. */
export const proofFile = z
  .instanceof(Uint8Array, { error: 'Choose the proof of purchase.' })
  .transform((content, context): { type: ProofType; content: Uint8Array } => {
    const found = proofTypeOf(content);
    if ('type' in found) return { type: found.type, content };
    context.addIssue({ code: 'custom', message: found.problem });
    return z.NEVER;
  });

/** What is written to support beside the proof. */
export const askWords = z.object({ orderReference, note: conflictNote });

/** The row of an upload that was told `other_tenant`. */
export const refusedRow = z.object({ uploadId: z.uuid(), row: z.coerce.number().int().min(1) });

export const askInput = refusedRow.extend(askWords.shape).extend({ proof: proofFile });
