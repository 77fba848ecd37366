/** How long somebody waits whose password was not looked at because so many others wait, in milliseconds. */
export const busyFor = 5_000;

/** "in a minute", "in 12 minutes": rounded up, so that who comes then is let in. */
export function inMinutes(milliseconds: number): string {
  const count = Math.ceil(milliseconds / 60_000);
  return count <= 1 ? 'in a minute' : `in ${count} minutes`;
}
