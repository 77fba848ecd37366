let source: () => Date = () => new Date();

/** The time of day for everything that is stored or compared. */
export const now = (): Date => source();

/** Tests only: replaces the clock; call without an argument to go back to the real one. */
export function setClock(replacement: () => Date = () => new Date()): void {
  source = replacement;
}

export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => count * 86_400_000;
export const later = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);
