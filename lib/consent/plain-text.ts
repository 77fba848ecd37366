import { z } from 'zod';
import { invisible, linkLike, piledMarks } from './vet-name';

/** In code points, after normalisation. */
export const longestText = 300;
/** The ideographic full stop counts as a dot in the name of a host. */
const dots = /[。]/g;

interface Rules {
  /** What we put into a mail of ours must hold nothing that a mail program turns into a link. */
  linkFree: boolean;
  /** In code points. */
  longest: number;
  /** Asked for in this sentence; without one, it may be left out. */
  required?: string;
}

function problemWith(value: string, { linkFree, longest, required }: Rules): string | null {
  if (invisible.test(value) || /\p{Cs}/u.test(value) || piledMarks.test(value))
    return 'This holds characters that cannot be seen. Type the text instead of pasting it.';
  if (linkFree && value.includes('@')) return 'This goes out by mail, so leave mail addresses out.';
  if (linkFree && linkLike.test(value.replace(dots, '.')))
    return 'This goes out by mail, so leave links out. Put a blank after each dot.';
  if ([...value].length > longest) return tooLong(longest);
  return value === '' && required ? required : null;
}

const tooLong = (longest: number) => `This is too long. Use at most ${longest} characters.`;

/** A short free text: one line, runs of blanks and line breaks become one blank; '' when there is none. */
const plainText = (rules: Rules) =>
  z
    .string()
    // Normalising can lengthen a text eighteen times over.
    .max(20 * rules.longest, tooLong(rules.longest))
    .default('')
    .transform((typed, context) => {
      const value = typed
        .normalize(rules.linkFree ? 'NFKC' : 'NFC')
        .replace(/\s+/g, ' ')
        .trim();
      const problem = problemWith(value, rules);
      if (problem === null) return value;
      context.addIssue({ code: 'custom', message: problem });
      return z.NEVER;
    });

/** Why a request was declined: read by the partner in the portal, never mailed. */
export const declineReason = plainText({ linkFree: false, longest: longestText });

/** What a person writes to their own administrators: quoted in our mail. */
export const forwardNote = plainText({ linkFree: true, longest: longestText });

/** Why a device's hardware was replaced: read by the partner in the portal, never mailed. */
export const repairReason = plainText({ linkFree: false, longest: longestText, required: 'Say why, in a sentence.' });

/** What a customer and support write to each other about ending a manufacturer's consent: read in the portal, never mailed. */
export const removalText = plainText({ linkFree: false, longest: 500, required: 'Say why, in a sentence or two.' });

/** Who asked support for something: for support only. */
export const askerName = plainText({ linkFree: false, longest: 100 });

/** What an OEM and support write to each other about the OEM's consent link: read in the portal, never mailed. */
export const oemLinkNote = plainText({ linkFree: false, longest: 1000 });
export const oemLinkReason = plainText({ linkFree: false, longest: 500, required: 'Say why, in a sentence or two.' });

/** Why support refuses who applied to be a partner: quoted in our mail to them. */
export const applicationReason = plainText({
  linkFree: true,
  longest: 500,
  required: 'Say why, in a sentence or two.',
});

/** What a partner and support write to each other about another display name: read in the portal, never mailed. */
export const nameChangeText = plainText({ linkFree: false, longest: 500, required: 'Say why, in a sentence or two.' });

/** Why support suspends or reinstates somebody, or sees what they see: read in the portal by those it concerns, never mailed. */
export const supportReason = plainText({ linkFree: false, longest: 500, required: 'Say why, in a sentence or two.' });

/** Who asked support to look, and under which number. */
export const askedByText = plainText({ linkFree: false, longest: 200, required: 'Say who asked for it.' });

/** Why support sends a partner's request again or cancels it: read by the partner in the portal, never mailed. */
export const handlingText = plainText({ linkFree: false, longest: 500, required: 'Say why, in a sentence or two.' });

/** For support only, and why a holder does not release a device: never shown to the other side, never mailed. */
export const conflictNote = plainText({ linkFree: false, longest: 1000 });
export const orderReference = plainText({ linkFree: false, longest: 100 });
export const conflictReason = plainText({ linkFree: false, longest: 500, required: 'Say why, in a sentence or two.' });
export const supportNote = plainText({ linkFree: false, longest: 1000, required: 'Write something down first.' });
