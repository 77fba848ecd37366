import { z } from 'zod';
import { oemLinkReason } from '@/lib/consent/plain-text';

const checked = z.literal(true, 'Make sure of this first, then tick it.');

/** Every box of `linkChecks`, ticked. */
export const checksInput = z.object({ company: checked, website: checked, makes: checked, contact: checked });

/** Why support refuses an application, or changes a link; the OEM reads it. */
export const linkReason = z.object({ reason: oemLinkReason });
