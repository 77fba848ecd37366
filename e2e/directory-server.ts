import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { interactionPolicy, Provider } from 'oidc-provider';

/** Somebody of a directory, as its tokens tell of them. */
export interface DirectoryAccount {
  tid: string;
  oid: string;
  name: string;
  preferred_username: string;
  wids: string[];
}

export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
export const ordinaryUser = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

const client = { id: 'client-of-tests', secret: 'secret-of-tests' };

/** Somebody in a directory that nobody has seen, unless `tid` is given. */
export function newAccount(given: Partial<DirectoryAccount> = {}): DirectoryAccount {
  const tid = given.tid ?? randomUUID();
  return {
    tid,
    oid: randomUUID(),
    name: 'Ada Byron',
    preferred_username: `ada@e${tid.slice(0, 8)}.onmicrosoft.com`,
    wids: [globalAdministrator],
    ...given,
  };
}

/** A real OpenID Connect server that says what Microsoft Entra ID says, and asks for a sign-in name alone. */
export class DirectoryServer {
  readonly accounts: DirectoryAccount[] = [];
  private server: Server | undefined;

  constructor(readonly port: number) {}

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What a portal is set up with to use it. */
  get environment() {
    return { ENTRA_CLIENT_ID: client.id, ENTRA_CLIENT_SECRET: client.secret, ENTRA_ISSUER: this.issuer };
  }

  /** Lets people of the portal at this origin sign in. */
  async start(origin: string): Promise<void> {
    const policy = interactionPolicy.base();
    policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          token_endpoint_auth_method: 'client_secret_post',
          redirect_uris: [`${origin}/api/auth/callback/entra`],
        },
      ],
      claims: { profile: ['name', 'preferred_username', 'tid', 'oid', 'wids'] },
      conformIdTokenClaims: false,
      cookies: { keys: [randomUUID()] },
      features: { devInteractions: { enabled: false } },
      interactions: { policy, url: (_context, { uid }) => `/login/${uid}` },
      findAccount: (_context, oid) => {
        const account = this.accounts.find((one) => one.oid === oid);
        return account && { accountId: oid, claims: () => ({ sub: oid, ...account }) };
      },
      loadExistingGrant: async ({ oidc }) => {
        const grant = new provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    const server = createServer(async (request, response) => {
      if (!request.url?.startsWith('/login/')) return answer(request, response);
      if (request.method === 'GET') {
        response.setHeader('Content-Type', 'text/html');
        return response.end(
          '<title>Directory</title><form method="post"><label>Sign-in name <input name="name"></label><button>Next</button></form>',
        );
      }
      let sent = '';
      for await (const chunk of request) sent += chunk;
      const name = new URLSearchParams(sent).get('name');
      const accountId = this.accounts.find((one) => one.preferred_username === name)?.oid ?? '';
      const result = { login: { accountId }, select_account: {} };
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    });
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  }
}
