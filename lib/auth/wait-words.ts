/** "in a minute", "in 12 minutes": rounded up, so that who comes then is let in. */
export function inMinutes(milliseconds: number): string {
  const count = Math.ceil(milliseconds / 60_000);
  return count <= 1 ? 'in a minute' : `in ${count} minutes`;
}
