import { calls } from './calls';

const isParameter = (part: string) => part.startsWith('{');
const paths = calls.map(({ path }) => path.split('/').slice(1));

/**
 * An address in the spelling of the calls: clients write its words in any case. What stands where a call has a parameter, such
 * as the name of a batch, keeps its own.
 */
export function spell(pathname: string): string {
  const parts = pathname.split('/').slice(1);
  const [root, ...rest] = parts;
  const known = paths.find(
    (path) =>
      path.length === rest.length &&
      path.every((part, at) => isParameter(part) || part.toLowerCase() === rest[at]?.toLowerCase()),
  );
  if (!known) return pathname;
  return `/${[root, ...known.map((part, at) => (isParameter(part) ? rest[at] : part))].join('/')}`;
}
