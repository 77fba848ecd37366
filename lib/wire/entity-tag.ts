import { codes, WireError } from './wire-error';

/** The entity tag of a revision, as `ETag` and `If-Match` write it. */
export const entityTag = (revision: number): string => `"${revision}"`;

/**
 * The revision that a change is meant for: the one that `If-Match` names, or `current` where it names none or any. Throws 2055
 * for a tag that none of ours can be.
 */
export function revisionAsked(header: string | null, current: number): number {
  const given = header?.trim() ?? '';
  if (given === '' || given === '*') return current;
  const [, revision] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given) ?? [];
  if (!revision || Number(revision) < 1) throw stale();
  return Number(revision);
}

/** Somebody was quicker. */
export const stale = (): WireError =>
  new WireError(400, codes.staleTag, 'If-Match: It was changed since you read it. Read it again, and change that.');
