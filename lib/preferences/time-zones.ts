/** Every time zone one can choose, by its name in the IANA database; UTC, which is where whoever chooses none is, is not among them. */
export const timeZones = (): string[] => Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');

/** The name that a time zone goes by here, of any it has; null for what is none. An offset is none: it knows no summer. */
export function timeZoneNamed(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
