import { z } from 'zod';
import { removalText } from '@/lib/consent/plain-text';

export const removalReason = z.object({ reason: removalText });

export const askRemovalInput = removalReason.extend({ consentId: z.uuid() });
