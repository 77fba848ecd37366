/** Whose password it is to be: what others know of them is no part of it. */
export interface PasswordOwner {
  name: string;
  email: string;
  organization: string;
}

/** Shorter words turn up by chance. */
const shortestWord = 4;
const fewestSigns = 5;
const asLetters: Record<string, string> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

const withLetters = (text: string, one: string) =>
  text.replace(/[03457@$]/g, (sign) => asLetters[sign] ?? sign).replace(/[1!|]/g, one);
const core = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** The password as it is, with letters in the place of the digits that stand for them, and without digits and signs around it. */
function readings(password: string): string[] {
  const lower = password.normalize('NFKC').toLowerCase();
  const read = [lower, withLetters(lower, 'i'), withLetters(lower, 'l')];
  return [...new Set([...read, ...read.map(core), core(withLetters(core(lower), 'i'))])].filter(Boolean);
}

/** Like `password`, or like `password` behind another common one, or behind itself. */
const isCommon = (word: string, common: ReadonlySet<string>): boolean =>
  common.has(word) ||
  Array.from({ length: word.length }, (_, at) => at).some(
    (at) =>
      at >= shortestWord &&
      word.length - at >= shortestWord &&
      common.has(word.slice(0, at)) &&
      common.has(word.slice(at)),
  );

/** Counts up or down by one all the way: `123456789012` does not, as 0 follows 9, so digits go round. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  const round = /^\d+$/.test(text) ? new Set([...steps].map((step) => (step + 10) % 10)) : steps;
  return round.size === 1;
}

function wordsOf({ name, email, organization }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@');
  const words = [name, organization, local, domain.split('.')[0] ?? '', 'countersign']
    .map((text) => text.normalize('NFKC').toLowerCase())
    .flatMap((text) => [text, text.replace(/\s+/g, ''), ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter((word) => word.length >= shortestWord);
}

/**
 * Why a password of the right length is refused, as a sentence for who typed it; null when it is fine. What everybody uses,
 * what leaked, what counts through, and what is known of the person is no secret.
 */
export function judgePassword(password: string, owner: PasswordOwner, common: ReadonlySet<string>): string | null {
  const read = readings(password);
  if (new Set(password.toLowerCase()).size < fewestSigns || isRun(password))
    return 'This repeats or counts through a few characters. Use several words that do not belong together.';
  if (wordsOf(owner).some((word) => read.some((reading) => reading.includes(word))))
    return 'This holds your name, your address or the name of your organization. Leave that out.';
  if (read.some((reading) => isCommon(reading, common)))
    return 'This is on the lists of passwords that leaked, as it is or with a little around it. Choose another one.';
  return null;
}
