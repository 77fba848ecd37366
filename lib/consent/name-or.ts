import { vetName } from './vet-name';

/** For the preview of a mail: what cannot be sent is not shown as if it could, the place of the name says what belongs there. */
export function nameOr(typed: string | undefined, place: string): string {
  const vetted = vetName(typed ?? '');
  return vetted.ok ? vetted.value : place;
}
