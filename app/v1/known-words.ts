import type { Call } from './call';

const isParameter = (part: string) => part.startsWith('{');

/**
 * How addresses below `root` are brought into the spelling of the calls: clients write their words in any case. What stands
 * where a call has a parameter, such as the name of a batch, keeps its own.
 */
export function speller(root: string, calls: readonly Call[]): (pathname: string) => string {
  const paths = calls.map(({ path }) => path.split('/').slice(1));
  return (pathname) => {
    const given = pathname.slice(root.length + 1).split('/');
    const known = paths.find(
      (path) =>
        path.length === given.length &&
        path.every((part, at) => isParameter(part) || part.toLowerCase() === given[at]?.toLowerCase()),
    );
    if (!known) return pathname;
    return [root, ...known.map((part, at) => (isParameter(part) ? given[at] : part))].join('/');
  };
}
