const word = 'too_many_';

/** How the sign-in form learns for how many milliseconds to wait: next-auth hands it nothing but an error's name. */
export const tooMany = (wait: number): string => `${word}${wait}`;

/** The milliseconds in what `tooMany` made; null for any other error. */
export const waitIn = (error: string): number | null =>
  error.startsWith(word) && /^\d+$/.test(error.slice(word.length)) ? Number(error.slice(word.length)) : null;
