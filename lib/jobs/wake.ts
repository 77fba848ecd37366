/** Tells a worker in this process that there may be work now; workers elsewhere find it at their next look. */
const shared = globalThis as typeof globalThis & { countersignWake?: Set<() => void> };
shared.countersignWake ??= new Set();
const listeners = shared.countersignWake;

export function wakeWorker(): void {
  for (const listener of listeners) listener();
}

/** Returns the function that stops listening. */
export function onWake(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
