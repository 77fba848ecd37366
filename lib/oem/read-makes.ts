import { invisible } from '@/lib/consent/vet-name';
import { identityLimits } from '@/lib/devices/limits';

const longest = identityLimits.manufacturer;
const most = 20;

/**
 * Reads manufacturer names as they were typed, one per line: runs of blanks become one, and what differs in case alone is
 * one name. Answers the names in the order they came, or the sentence that says what to change.
 */
export function readMakes(typed: string): { ok: true; makes: string[] } | { ok: false; problem: string } {
  const wrong = (problem: string) => ({ ok: false, problem }) as const;
  if (typed.length > 2 * most * longest) return wrong(`This is too long. Enter at most ${most} names.`);
  const byKey = new Map<string, string>();
  for (const line of typed.normalize('NFC').split(/[\r\n]+/)) {
    const name = line.replace(/\s+/g, ' ').trim();
    const key = name.toLowerCase();
    if (name !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  const makes = [...byKey.values()];
  if (makes.length === 0) return wrong('Enter at least one manufacturer name.');
  if (makes.length > most) return wrong(`These are too many. Enter at most ${most} names.`);
  if (makes.some((name) => invisible.test(name)))
    return wrong('One of these holds characters that cannot be seen. Type the name instead of pasting it.');
  const long = makes.find((name) => [...name].length > longest);
  return long
    ? wrong(`“${long.slice(0, 20)}…” is too long. A name has at most ${longest} characters.`)
    : { ok: true, makes };
}
