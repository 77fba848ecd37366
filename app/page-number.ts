/** The page a search parameter asks for, counted from 1; anything that is no such number is the first. */
export function pageNumber(value: string | string[] | undefined): number {
  const page = Number(value);
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}
