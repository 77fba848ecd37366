/** What was found for each of several keys, by the key's position. */
export function byPosition<Found extends { at: number }>(found: Found[]): Map<number, Found[]> {
  const sorted = new Map<number, Found[]>();
  for (const one of found) {
    const others = sorted.get(one.at);
    if (others) others.push(one);
    else sorted.set(one.at, [one]);
  }
  return sorted;
}
