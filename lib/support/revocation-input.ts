import { z } from 'zod';
import { proofFile } from '@/lib/conflicts/ask-input';
import { askerName, removalText } from '@/lib/consent/plain-text';
import { askedHow, isAsked } from './asked-how';

/** Days between the notice and the end; 0 is at once. */
export const longestNotice = 30;

const askerMail = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.trim() : typed),
  z.union([z.literal(''), z.email('This is no mail address. Correct it, or leave it out.').max(254)]).default(''),
);

/** What is typed: why, and who asked for it. Where the customer asked in the portal, its request says who. */
const words = z.object({
  reason: removalText,
  how: z.enum(askedHow, { error: 'Choose how support was asked.' }).default('support'),
  askerName,
  askerMail,
});

/** No file is an empty one. */
export const evidenceFile = z.preprocess(
  (sent) => (sent instanceof Uint8Array && sent.length === 0 ? null : sent),
  proofFile.nullable().default(null),
);

const askerMissing = 'Say who asked: the name of the person.';

export const noticeDays = z.coerce
  .number('Give a number of days.')
  .int('Give whole days.')
  .min(0, 'Give 0 days or more.')
  .max(longestNotice, `At most ${longestNotice} days.`)
  .default(0);

interface Said {
  how: (typeof askedHow)[number];
  askerName: string;
}
const named = ({ how, askerName: name }: Said) => !isAsked(how) || name !== '';
const unnamed = { path: ['askerName'], error: askerMissing };

/** The form's rule. */
export const revocationForm = words.extend({ noticeDays }).refine(named, unnamed);

export const revokeInput = words.extend({ consentId: z.uuid(), proof: evidenceFile }).refine(named, unnamed);

export const announceInput = words
  .extend({ consentId: z.uuid(), proof: evidenceFile, noticeDays: noticeDays.pipe(z.number().min(1)) })
  .refine(named, unnamed);

export type RevocationOrder = z.output<typeof revokeInput>;
