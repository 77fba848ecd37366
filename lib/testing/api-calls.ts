import type { PartnerType, Scope } from '@/lib/auth/actor';
import { issueToken } from '@/lib/clients/issue-token';
import { newClient } from './clients';
import { newTenant } from './tenants';

/** Anything that answers requests: the API in this process, or `fetch` for one that runs elsewhere. */
type Answering = (request: Request) => Response | Promise<Response>;

interface Given {
  type?: PartnerType;
  scopes?: readonly Scope[];
  tenant?: Awaited<ReturnType<typeof newTenant>>;
  origin?: string;
  /** Of the API that is asked: `/v1` unless another is named. */
  root?: string;
}

type Sent = { body?: unknown; headers?: Record<string, string> };

/** For tests: a partner's program with a good token, and the way it asks: method, path below the root, JSON or text. */
export async function newProgram(answering: Answering, given: Given = {}) {
  const { type = 'direct', origin = 'http://localhost:3000', root = '/v1', scopes } = given;
  const tenant = given.tenant ?? (await newTenant('partner', { partnerType: type }));
  const client = await newClient({ tenant, ...(scopes ? { scopes } : {}) });
  const issued = await issueToken(null, {
    tenant: tenant.id,
    clientId: client.id,
    secret: client.secret,
    scopes: null,
  });
  const token = issued.ok ? issued.token : '';
  async function ask(method: string, path: string, { body, headers = {} }: Sent = {}) {
    const response = await answering(
      new Request(`${origin}${root}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    // What the body is, each test knows.
    // biome-ignore lint/suspicious/noExplicitAny: an answer of any call
    const json: any = text ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  }
  return { tenant, client, token, ask };
}
