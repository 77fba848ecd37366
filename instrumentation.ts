/** Once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startBackground } = await import('@/lib/jobs/background');
  // scripts/server.mjs is not part of the bundle; this is where it finds what it has to stop.
  Object.assign(globalThis, { countersignStop: startBackground() });
}
