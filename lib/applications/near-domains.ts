/**
 * What is near a domain: those above it that could be an organization's, and the label that its name is, so that contoso.com,
 * contoso.de and contoso.onmicrosoft.com are found from each other.
 */
export function nearDomains(domain: string): { above: string[]; label: string } {
  const labels = domain.split('.');
  const above = labels.slice(1, -1).map((_label, at) => labels.slice(at + 1).join('.'));
  // The last but one, unless that is as short as in "co.uk".
  const own = labels.length > 2 && (labels.at(-2) ?? '').length <= 3 ? labels.at(-3) : labels.at(-2);
  return { above, label: own ?? domain };
}
