import { z } from 'zod';
import { supportReason } from '@/lib/consent/plain-text';

/** What every step takes: why. */
export const suspensionReason = z.object({ reason: supportReason });

/** `clientId` is null for the whole organization. */
export const proposeSuspensionInput = suspensionReason.extend({ tenantId: z.uuid(), clientId: z.uuid().nullable() });

/** A step about a suspension that there is. */
export const suspensionStepInput = suspensionReason.extend({ suspensionId: z.uuid() });
