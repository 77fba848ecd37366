const elsewhere = 'http://portal.invalid';
const longest = 2000;

/**
 * Where to go after signing in, as the address said it: only a path of this portal, else null. Browsers take `//host`,
 * `/\host` and both with tabs or line breaks inside for another site, and `/..//host` becomes one when it is resolved.
 */
export function nextPath(asked: string | string[] | undefined): string | null {
  if (typeof asked !== 'string' || asked.length > longest) return null;
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(asked) || !URL.canParse(asked, elsewhere)) return null;
  const { origin, pathname, search, hash } = new URL(asked, elsewhere);
  if (origin !== elsewhere || pathname.startsWith('//')) return null;
  return `${pathname}${search}${hash}`;
}
