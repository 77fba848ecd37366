import { type Scope, scopes } from '@/lib/auth/actor';

/** What RFC 6749 calls the ways a request for a token goes wrong. */
export type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'unauthorized_client'
  | 'invalid_scope';

export interface TokenRequest {
  clientId: string;
  secret: string;
  /** Null for all that the client may do. */
  scopes: Scope[] | null;
  /** What the client asked a token for; echoed. */
  resource: string;
}

const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word);
/** All that a client may do, in the words of clients that know another service. */
const everything = /\/(\.default|user_impersonation)$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** `Authorization: Basic`, which RFC 6749 lets a client use in the place of two fields. */
function readBasic(header: string | null): { clientId: string; secret: string } | null {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  if (!encoded) return null;
  const [, clientId = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return { clientId: decoded(clientId), secret: decoded(secret) };
}

/** Reads the form a client sends for a token; `resource` and `scope` name the same thing in two versions of it. */
export function readTokenRequest(form: URLSearchParams, authorization: string | null): TokenRequest | TokenError {
  const grant = form.get('grant_type');
  if (!grant) return 'invalid_request';
  if (grant !== 'client_credentials') return 'unsupported_grant_type';
  const basic = readBasic(authorization);
  const clientId = form.get('client_id') ?? basic?.clientId;
  const secret = form.get('client_secret') ?? basic?.secret;
  if (!clientId || !secret) return 'invalid_request';
  if (clientId.length > 100 || secret.length > 500) return 'invalid_client';
  const words = (form.get('scope') ?? '').split(/\s+/).filter((word) => word !== '' && !everything.test(word));
  if (!words.every(isScope)) return 'invalid_scope';
  const resource = form.get('resource') ?? form.get('scope') ?? '';
  return { clientId, secret, scopes: words.length > 0 ? words : null, resource: resource.slice(0, 500) };
}
