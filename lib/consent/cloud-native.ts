/**
 * True when the sign-in name lives in the tenant's own `*.onmicrosoft.com` domain: the only accounts that may grant a
 * manufacturer's consent (DESIGN §3, rule 4).
 */
export function isCloudNative(account: { email: string; tenantDomain: string }): boolean {
  const domain = account.email.slice(account.email.lastIndexOf('@') + 1).toLowerCase();
  return /^[a-z0-9-]+\.onmicrosoft\.com$/.test(domain) && domain === account.tenantDomain.toLowerCase();
}
