const listeners = new Set<(topics: string[]) => void>();

/** Passes on which topics changed, to the parts of this page that show them. */
export function tell(topics: string[]): void {
  for (const listener of listeners) listener(topics);
}

/** Returns the function that stops listening. */
export function hear(listener: (topics: string[]) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
