/** Longer addresses than anybody needs are refused. */
const longest = 500;

const ports = new Set(['', '443', '8443']);
const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL names the machine it is asked on. */
export const namesOwnMachine = (url: URL): boolean => ownMachine.has(url.hostname);

/**
 * Why events may not be sent to a URL, in a sentence for who typed it; null when they may. Where its host leads is looked at when
 * something is sent. `local` allows http and any port on the own machine: for the demo alone.
 */
export function targetFault(typed: string, { local }: { local: boolean }): string | null {
  if (typed.length > longest) return `A URL has at most ${longest} characters.`;
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url) return 'Type a whole URL, such as https://example.com/events.';
  if (url.username || url.password) return 'Leave name and password out of the URL. What we send is signed instead.';
  if (url.hash) return 'Leave out the part from # on.';
  if (local && namesOwnMachine(url) && (url.protocol === 'http:' || url.protocol === 'https:')) return null;
  if (url.protocol !== 'https:') return 'The URL has to begin with https://.';
  if (namesOwnMachine(url)) return 'This is a machine’s own address. Use one that the internet knows.';
  return ports.has(url.port) ? null : 'Use port 443 or 8443.';
}
