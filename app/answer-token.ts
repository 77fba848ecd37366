import { giveBack, takeOne } from '@/lib/auth/allowance';
import { networkOf, readSender } from '@/lib/auth/sender';
import { issueToken } from '@/lib/clients/issue-token';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { readTokenRequest, type TokenError } from '@/lib/wire/token-request';
import { readText } from './read-text';

/** Bytes of a form with a secret in it. */
const longest = 16_384;

/** `suspended` is ours: RFC 6749 calls it a client that may not have a token in this way. */
const refusals: Record<TokenError | 'suspended', { status: number; sentence: string }> = {
  invalid_request: {
    status: 400,
    sentence: 'Send a form with grant_type, client_id and client_secret (application/x-www-form-urlencoded).',
  },
  unsupported_grant_type: { status: 400, sentence: 'The one grant type here is client_credentials.' },
  invalid_client: { status: 401, sentence: 'Organization, client and secret do not go together, or one has ended.' },
  unauthorized_client: { status: 400, sentence: 'Indirect resellers have no API. Use Partner Center in the browser.' },
  suspended: {
    status: 400,
    sentence:
      'Support has suspended this client or its organization. No token is issued until it is reinstated. Ask Countersign support.',
  },
  invalid_scope: { status: 400, sentence: 'The client does not have this scope. Leave scope out for all that it has.' },
};

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const never = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

function refuse(reason: TokenError | 'suspended'): Response {
  const { status, sentence } = refusals[reason];
  const error = reason === 'suspended' ? 'unauthorized_client' : reason;
  const headers = status === 401 ? { ...never, 'WWW-Authenticate': 'Basic realm="Countersign"' } : never;
  return Response.json({ error, error_description: sentence }, { status, headers });
}

/** Too many that were refused came from one place; `wait` in milliseconds. */
function holdOff(wait: number): Response {
  const told = { error: 'slow_down', error_description: 'Too many requests from here were refused. Wait, then go on.' };
  const headers = { ...never, 'Retry-After': String(Math.ceil(wait / 1000)) };
  return Response.json(told, { status: 429, headers });
}

/** Answers a request for a token (RFC 6749, client credentials). Version 1 writes its numbers as text. */
export async function answerToken(request: Request, tenant: string, version: 1 | 2): Promise<Response> {
  try {
    const form = new URLSearchParams(await readText(request, longest));
    const asked = readTokenRequest(form, request.headers.get('authorization'));
    if (typeof asked === 'string') return refuse(asked);
    const { resource, ...credentials } = asked;
    const { address } = readSender((name) => request.headers.get(name));
    const network = address && networkOf(address);
    const wait = network ? await takeOne('api_token', network) : 0;
    if (wait > 0) return holdOff(wait);
    const issued = await issueToken(null, { tenant, ...credentials });
    if (!issued.ok) return refuse(issued.reason);
    if (network) await giveBack('api_token', network);
    const times = {
      expires_in: seconds(issued.expiresAt) - seconds(issued.issuedAt),
      ext_expires_in: seconds(issued.expiresAt) - seconds(issued.issuedAt),
      expires_on: seconds(issued.expiresAt),
      not_before: seconds(issued.issuedAt),
    };
    const texts = Object.fromEntries(Object.entries(times).map(([name, value]) => [name, String(value)]));
    const told = { token_type: 'Bearer', ...(version === 1 ? texts : times), resource, access_token: issued.token };
    return Response.json(told, { headers: never });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_set_up') {
      const told = { error: 'temporarily_unavailable', error_description: error.message };
      return Response.json(told, { status: error.status, headers: never });
    }
    if (error instanceof AppError && error.status < 500) return refuse('invalid_request');
    log.error({ error }, 'no token was issued');
    return Response.json({ error: 'server_error' }, { status: 500, headers: never });
  }
}
