const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shared = /\/(?:organizations|common)\/v2\.0$/;
const tenantsOwn = /\/([^/]+)\/v2\.0$/;

/**
 * Whether a token of this issuer may speak for this directory, where `configured` is the issuer that the portal is set up with. The
 * address that Microsoft shares between all organizations (`…/organizations/v2.0`) lets each speak for itself alone, by an
 * address with its own id; that of one organization lets in that one. The openid client has compared `issuer` with what the server
 * says of itself; this is the part that only Microsoft's servers have
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens#multitenant-applications).
 */
export function issuerFits({ issuer, tid, configured }: { issuer: string; tid: string; configured: string }): boolean {
  if (shared.test(configured)) return issuer === configured.replace(shared, `/${tid}/v2.0`);
  const only = tenantsOwn.exec(configured)?.[1]?.toLowerCase();
  return issuer === configured && (only === undefined || !guid.test(only) || only === tid);
}
