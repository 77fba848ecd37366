/** Tells the feed of this process that something was committed; those of other processes find it at their next look. */
const shared = globalThis as typeof globalThis & { countersignCommitted?: Set<() => void> };
shared.countersignCommitted ??= new Set();
const listeners = shared.countersignCommitted;

export function wakeFeed(): void {
  for (const listener of listeners) listener();
}

export function onCommitted(listener: () => void): void {
  listeners.add(listener);
}
