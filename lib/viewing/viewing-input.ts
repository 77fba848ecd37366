import { z } from 'zod';
import { roles } from '@/lib/auth/actor';
import { askedByText, supportReason } from '@/lib/consent/plain-text';

export const viewingWords = z.object({
  role: z.enum(roles),
  /** Who asked for it, and the number of the case where there is one. */
  askedBy: askedByText,
  reason: supportReason,
});

export const startViewingInput = viewingWords.extend({ tenantId: z.uuid() });
