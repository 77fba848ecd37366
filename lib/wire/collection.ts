import { codes, WireError } from './wire-error';

interface Page {
  items: readonly unknown[];
  totalCount: number;
  /** Where the collection is, without `/v1`: `/customers?size=40`. */
  uri: string;
  /** What to send for the page after this one; null on the last. */
  next?: string | null;
  previous?: string | null;
}

const header = 'MS-ContinuationToken';
const joined = (uri: string, seek: string) => `${uri}${uri.includes('?') ? '&' : '?'}seekOperation=${seek}`;
const link = (uri: string, token?: string) => ({
  uri,
  method: 'GET',
  headers: token ? [{ key: header, value: token }] : [],
});

/** A list as clients read it: how many in all, the items, and links that lead on. */
export const collection = ({ items, totalCount, uri, next = null, previous = null }: Page) => ({
  totalCount,
  items,
  links: {
    self: link(uri),
    ...(next ? { next: link(joined(uri, 'Next'), next) } : {}),
    ...(previous ? { previous: link(joined(uri, 'Previous'), previous) } : {}),
  },
  ...(next ? { continuationToken: next } : {}),
  attributes: { objectType: 'Collection' },
});

/** A position in a list, as text for a header. Whoever changes it gets another position in their own list, or is refused. */
export const writeToken = (position: object): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position a token holds, or undefined without one. Throws for what is no token of ours. */
export function readToken(token: string | null): Record<string, unknown> | undefined {
  if (!token) return undefined;
  try {
    const position: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof position === 'object' && position !== null) return position as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new WireError(400, codes.invalidInput, `${header} is not one that a page of this list came with. Begin anew.`);
}
