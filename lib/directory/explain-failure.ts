/** What an operator reads in the log. */
export interface Explained {
  /** Name and message of what was thrown; never a token, a code or a secret. */
  cause: string;
  /** What to do about it, where we know. */
  hint?: string;
}

const longest = 400;
const reach = 'ENTRA_ISSUER cannot be reached: check its address, the name server and the firewall of this machine.';

/** What an operator can do about it, by what the openid client and Microsoft say. Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const hints: readonly (readonly [RegExp, string])[] = [
  [
    /AADSTS7000215|AADSTS7000222|invalid_client/,
    'ENTRA_CLIENT_SECRET is wrong or has run out: make a new client secret in the app registration and use its value, not its id.',
  ],
  [
    /AADSTS700016|unauthorized_client/,
    'ENTRA_CLIENT_ID names no app that this directory knows: check it, and that the app is for accounts in any organization.',
  ],
  [
    /AADSTS50011|redirect_uri/,
    'The app registration lacks our redirect URI: add {APP_ORIGIN}/api/auth/callback/entra as a web redirect URI.',
  ],
  [/AADSTS65001|AADSTS90094|consent_required/, 'An administrator of that directory has to consent to the app first.'],
  [
    /AADSTS50194/,
    'The app is for one organization: set ENTRA_ISSUER to that of its directory, or make it multitenant.',
  ],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|timed out/, reach],
  [
    /expected 200 OK|failed to parse JSON|issuer must be configured/,
    'ENTRA_ISSUER is not the address of an issuer: it has to end before /.well-known/openid-configuration.',
  ],
  [/unexpected iss value/, 'The token is from another issuer than ENTRA_ISSUER says.'],
  [/aud mismatch|unexpected.*aud/, 'The token is for another app than ENTRA_CLIENT_ID.'],
  [
    /JWT expired|JWT not active yet|JWT issued in the future/,
    'The clock of this machine or of the issuer is wrong, or the token is old.',
  ],
  [
    /cookie was missing/,
    'The browser came back without our cookies: to another address than APP_ORIGIN, or after 15 minutes.',
  ],
];

const wrapped = (thrown: unknown): unknown =>
  typeof thrown === 'object' && thrown !== null && 'error' in thrown ? thrown.error : thrown;

/** Only what the code of an error description says; the rest of it is whatever an address said. */
function described(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('error_description' in thrown)) return '';
  const code = /AADSTS\d{1,9}/.exec(String(thrown.error_description))?.[0];
  return code ? ` (${code})` : '';
}

/** Explains what next-auth logs when signing in fails: an error, or an error with something around it. */
export function explainFailure(logged: unknown): Explained {
  const error = wrapped(logged);
  if (!(error instanceof Error)) return { cause: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  // These say the secret of a sign-in that is under way.
  const message = error.message.replace(/^(nonce|state) mismatch.*$/s, '$1 mismatch').replace(/\s+/g, ' ');
  const cause = `${error.name}${code}: ${message}${described(logged)}`.slice(0, longest);
  const hint = hints.find(([pattern]) => pattern.test(cause))?.[1];
  return hint ? { cause, hint } : { cause };
}

/** For a token that lacks claims. */
export function explainMissing(missing: readonly string[]): Explained {
  const cause = `the ID token lacks ${missing.join(', ')}`;
  if (missing.includes('wids'))
    return {
      cause,
      hint: 'The app registration does not send wids: set "groupMembershipClaims" to "DirectoryRole" in its manifest.',
    };
  if (missing.includes('preferred_username'))
    return {
      cause,
      hint: 'Somebody signed in without a name that looks like an address, or the scope "profile" is refused.',
    };
  return { cause, hint: 'ENTRA_ISSUER is not the v2.0 address of Microsoft Entra ID.' };
}
