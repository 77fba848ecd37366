/** In code points, after normalisation. */
export const longestName = 50;
const signs = ".,'’-–&()+/·";
const refused = new RegExp(`[^\\p{L}\\p{M}\\p{Nd} ${signs.replace(/[-/]/g, '\\$&')}]`, 'u');
/** Control characters and whatever has no looks of its own, the marks that turn the direction of writing among them. */
export const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** What a mail program turns into a link by itself: a dot with a word or a digit right behind it. `J.R.` and `e.V.` are fine. */
export const linkLike = /\.[\p{L}\p{N}]{2}|\p{N}\.\p{N}|\/\//u;
export const piledMarks = /\p{M}{4}/u;

type Vetted = { ok: true; value: string } | { ok: false; problem: string };

/**
 * A name that a partner types and we put into our mail (SECURITY.md, trap 10): NFKC, letters, digits and few signs, 1–50
 * characters, nothing that reads as an address or a link, no line break, nothing invisible and nothing that turns the
 * direction of writing. Blanks at the ends are dropped and runs of them are one. A refusal is a sentence for the person.
 */
export function vetName(typed: string): Vetted {
  // Normalising can lengthen a text eighteen times over.
  if (typed.length > 20 * longestName) return refuse(`This is too long. Use at most ${longestName} characters.`);
  const value = typed.normalize('NFKC').replace(/ +/g, ' ').replace(/^ | $/g, '');
  if (value === '') return refuse('Enter a name.');
  if (/[\r\n\u0085\u2028\u2029]/.test(value)) return refuse('Write the name on one line.');
  if (invisible.test(value) || piledMarks.test(value))
    return refuse('This holds characters that cannot be seen. Type the name instead of pasting it.');
  if (value.includes('@')) return refuse('Enter a name here, not a mail address.');
  const sign = refused.exec(value)?.[0];
  if (sign) return refuse(`“${sign}” cannot be used in a name. Use letters, digits, blanks and . , ' - & ( ) + /`);
  if (linkLike.test(value)) return refuse('This reads like a web address. Put a blank after each dot.');
  if (!/[\p{L}\p{N}]/u.test(value)) return refuse('A name needs at least one letter or digit.');
  if ([...value].length > longestName) return refuse(`This is too long. Use at most ${longestName} characters.`);
  return { ok: true, value };
}

const refuse = (problem: string): Vetted => ({ ok: false, problem });
