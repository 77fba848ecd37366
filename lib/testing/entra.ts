import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect } from 'node:net';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const host = 'https://login.microsoftonline.com';
export const testClient = { id: 'client-of-tests', secret: 'secret-of-tests' };

/** What the tests do to a token that a server could get wrong, or an attacker right. */
export interface Forgery {
  header?: Record<string, unknown>;
  key?: 'stranger' | 'none';
}

interface Grant {
  challenge: string;
  claims: Record<string, unknown>;
  forgery: Forgery;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: Record<string, unknown>, { header, key }: Forgery): string {
  const body = `${base64url({ alg: 'RS256', typ: 'JWT', kid: 'test', ...header })}.${base64url(claims)}`;
  if (key === 'none') return `${body}.`;
  return `${body}.${sign('sha256', Buffer.from(body), key === 'stranger' ? stranger : privateKey).toString('base64url')}`;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

/**
 * Stands in for Microsoft's own address, for this process: every call by https comes to a server of this test. So the openid client runs as
 * it does at Microsoft, with the issuer that all organizations share. A code works as often as it is sent: what is used once, is
 * for us to see.
 */
export async function standInForMicrosoft() {
  const grants = new Map<string, Grant>();
  const state = { secret: testClient.secret };
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (request.url?.split('?')[0]) {
      case '/organizations/v2.0/.well-known/openid-configuration':
        return answer(200, {
          issuer: `${host}/{tenantid}/v2.0`,
          authorization_endpoint: `${host}/organizations/oauth2/v2.0/authorize`,
          token_endpoint: `${host}/organizations/oauth2/v2.0/token`,
          jwks_uri: `${host}/organizations/discovery/v2.0/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/organizations/discovery/v2.0/keys':
        return answer(200, {
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }],
        });
      case '/organizations/oauth2/v2.0/token': {
        const form = await formOf(request);
        if (form.get('client_secret') !== state.secret)
          return answer(401, { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' });
        const grant = grants.get(form.get('code') ?? '');
        const verifier = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (!grant || grant.challenge !== verifier)
          return answer(400, { error: 'invalid_grant', error_description: 'AADSTS70000: The code is no good.' });
        const token = { access_token: 'access', token_type: 'Bearer', expires_in: 3600 };
        return answer(200, { ...token, id_token: signed(grant.claims, grant.forgery) });
      }
      default:
        return answer(404, {});
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const before = https.globalAgent;
  const agent = new https.Agent();
  agent.createConnection = () => connect(port, '127.0.0.1');
  https.globalAgent = agent;
  return {
    /** Has somebody sign in at the address that our page leads to: the code that comes back. */
    grant(authorizationUrl: URL, claims: Record<string, unknown>, forgery: Forgery = {}): string {
      const code = randomBytes(8).toString('hex');
      const challenge = authorizationUrl.searchParams.get('code_challenge') ?? '';
      grants.set(code, { challenge, claims, forgery });
      return code;
    },
    /** From now on the server knows another secret than ours. */
    changeSecret(secret: string) {
      state.secret = secret;
    },
    async stop() {
      https.globalAgent = before;
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Claims as Microsoft sends them, for this sign-in. */
export function microsoftClaims(authorizationUrl: URL, tid: string, given: Record<string, unknown> = {}) {
  const at = Math.floor(Date.now() / 1000);
  return {
    iss: `${host}/${tid}/v2.0`,
    aud: testClient.id,
    sub: 'pairwise',
    iat: at,
    nbf: at,
    exp: at + 3600,
    nonce: authorizationUrl.searchParams.get('nonce'),
    tid,
    oid: '0a0a0a0a-2222-4333-8444-555555555555',
    name: 'Ada Byron',
    preferred_username: `ada@m${tid.slice(0, 8)}.onmicrosoft.com`,
    wids: ['62e90394-69f5-4237-9190-012177145e10'],
    ...given,
  };
}
