const cloudDomain = /^[a-z0-9-]+\.onmicrosoft\.com$/;

/** The domain that sign-in names of a tenant's cloud-native accounts end with; null where the tenant has none here. */
export function cloudNativeDomain(tenantDomain: string): string | null {
  const domain = tenantDomain.toLowerCase();
  return cloudDomain.test(domain) ? domain : null;
}

/**
 * True when the sign-in name lives in the tenant's own `*.onmicrosoft.com` domain: the only accounts that may grant a
 * manufacturer's consent (DESIGN §3, rule 4).
 */
export function isCloudNative(account: { email: string; tenantDomain: string }): boolean {
  const domain = account.email.slice(account.email.lastIndexOf('@') + 1).toLowerCase();
  return domain === cloudNativeDomain(account.tenantDomain);
}
