const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * True when an Origin header names our own pages. The three names of this machine's loopback are one origin to a person who
 * tries the demo; everywhere else the match is exact. `null` and a missing header are foreign.
 */
export function isOwnOrigin(origin: string | null, own: string): boolean {
  if (origin === own) return true;
  if (!origin || !URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  const ours = new URL(own);
  return (
    loopback.has(ours.hostname) &&
    loopback.has(theirs.hostname) &&
    theirs.origin === origin &&
    theirs.protocol === ours.protocol &&
    theirs.port === ours.port
  );
}
