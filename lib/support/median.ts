/** The middle of some amounts in any order, of an even number the mean of the two in the middle; null where there are none. */
export function median(amounts: readonly number[]): number | null {
  const sorted = [...amounts].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
