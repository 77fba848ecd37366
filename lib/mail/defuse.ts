/** What no reader sees, and what turns the direction of writing; a line break is seen. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Words for a mail, with nothing in them that a mail program would turn into a link with a scheme, and nothing invisible.
 * What partners type into our mails is vetted where they type it (SECURITY.md, trap 10); this is for names that came from
 * elsewhere, such as those of organizations and people.
 */
export const defuse = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/:\/\//g, ': //')
    .replace(/\bwww\./gi, 'www ')
    .replace(/(mailto|tel|javascript):/gi, '$1 :');

/** The same on one line. */
export const defuseLine = (text: string): string => defuse(text).replace(/\s+/g, ' ').trim();
