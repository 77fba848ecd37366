import { z } from 'zod';
import { conflictReason, supportNote } from '@/lib/consent/plain-text';

/** Read by both sides. */
export const decisionReason = z.object({ reason: conflictReason });

export const decideInput = decisionReason.extend({ conflictId: z.uuid(), decision: z.enum(['release', 'reject']) });

export const noteWords = z.object({ note: supportNote });
