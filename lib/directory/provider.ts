import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { DirectorySettings } from './settings';

/** Its part of our addresses, such as the redirect URI. */
export const directoryProvider = 'entra';

/** In milliseconds, for each call to the issuer: a person waits. */
const patience = 5000;

interface VerifiedClaims {
  sub: string;
}

/**
 * Microsoft Entra ID, or any OpenID Connect server that speaks as it does. next-auth and its openid client verify signature, issuer,
 * audience, expiry, nonce, state and PKCE; what the claims mean is `claims.ts`.
 */
export const entra = ({ clientId, clientSecret, issuer }: DirectorySettings): OAuthConfig<VerifiedClaims> => ({
  id: directoryProvider,
  name: 'Microsoft',
  type: 'oauth',
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid profile email' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  client: { token_endpoint_auth_method: 'client_secret_post' },
  httpOptions: { timeout: patience },
  clientId,
  clientSecret,
  profile: ({ sub }) => ({ id: sub }),
});
