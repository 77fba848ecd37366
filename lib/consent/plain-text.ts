import { z } from 'zod';
import { invisible, linkLike, piledMarks } from './vetted-name';

/** In code points, after normalisation. */
export const longestText = 300;
/** The ideographic full stop counts as a dot in the name of a host. */
const dots = /[。]/g;

interface Rules {
  /** What we put into a mail of ours must hold nothing that a mail program turns into a link. */
  linkFree: boolean;
}

function problemWith(value: string, { linkFree }: Rules): string | null {
  if (invisible.test(value) || /\p{Cs}/u.test(value) || piledMarks.test(value))
    return 'This holds characters that cannot be seen. Type the text instead of pasting it.';
  if (linkFree && value.includes('@')) return 'This goes out by mail, so leave mail addresses out.';
  if (linkFree && linkLike.test(value.replace(dots, '.')))
    return 'This goes out by mail, so leave links out. Put a blank after each dot.';
  if ([...value].length > longestText) return tooLong;
  return null;
}

const tooLong = `This is too long. Use at most ${longestText} characters.`;

/** A short free text that may be left out: one line, runs of blanks and line breaks become one blank; '' when there is none. */
const plainText = (rules: Rules) =>
  z
    .string()
    // Normalising can lengthen a text eighteen times over.
    .max(20 * longestText, tooLong)
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
export const declineReason = plainText({ linkFree: false });

/** What a person writes to their own administrators: quoted in our mail. */
export const forwardNote = plainText({ linkFree: true });
