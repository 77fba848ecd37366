import { z } from 'zod';
import { applicationReason, nameChangeText } from '@/lib/consent/plain-text';

/** Why support refuses an application; mailed to the contact. */
export const refuseApplicationInput = z.object({ reason: applicationReason });

/** Why support refuses another name; the partner reads it in the portal. */
export const refuseNameInput = z.object({ reason: nameChangeText });
