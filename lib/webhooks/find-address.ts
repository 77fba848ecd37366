import { lookup } from 'node:dns/promises';
import { isLoopback, isPublicAddress } from './public-address';
import { namesOwnMachine } from './target';

interface Address {
  address: string;
  family: number;
}

export type Resolve = (host: string) => Promise<Address[]>;

const resolveAll: Resolve = (host) => lookup(host, { all: true });

/**
 * Where the host of a URL leads now, as the one address to connect to. Every address it has must be public, so that none of
 * them is chosen by chance: `blocked` otherwise. `local` allows the own machine where the URL names it.
 */
export async function findAddress(
  url: URL,
  { local, resolve = resolveAll }: { local: boolean; resolve?: Resolve },
): Promise<Address | 'blocked' | 'unresolved'> {
  const found = await resolve(url.hostname.replace(/^\[|\]$/g, '')).catch(() => []);
  const [first] = found;
  if (!first) return 'unresolved';
  const own = local && namesOwnMachine(url);
  const allowed = found.every(({ address }) => isPublicAddress(address) || (own && isLoopback(address)));
  return allowed ? first : 'blocked';
}
