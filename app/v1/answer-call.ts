import { createHash, randomUUID } from 'node:crypto';
import type { ClientActor } from '@/lib/auth/actor';
import { loadClient } from '@/lib/auth/load-client';
import { refuseSuspendedClient } from '@/lib/auth/suspended';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { reaches } from '@/lib/partners/reach-queries';
import { isClosed } from '@/lib/setup/closed';
import { takeCall } from '@/lib/wire/allowance';
import { fitKeys } from '@/lib/wire/fit-keys';
import { answerOnce, type KeptAnswer } from '@/lib/wire/kept-answers';
import { codes, errorBody, toWireError, WireError } from '@/lib/wire/wire-error';
import type { Call } from './call';
import { accept, parseBody, readBody } from './read-call';

const printable = /^[\x20-\x7e]{1,200}$/;
const ids = ['MS-RequestId', 'MS-CorrelationId'];

/** The client behind a call. Throws a 401 that says what to do. */
async function clientOf(request: Request): Promise<ClientActor> {
  const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const client = token ? await loadClient(token) : null;
  if (client) {
    // Before anything that was answered once is answered again.
    refuseSuspendedClient(client);
    return client;
  }
  const sentence = token
    ? 'This token has run out, or its client was revoked. Get a new one.'
    : 'Send a token: Authorization: Bearer …';
  throw new WireError(401, codes.unauthorized, sentence, { 'WWW-Authenticate': 'Bearer realm="Countersign"' });
}

async function allow(client: ClientActor): Promise<void> {
  const seconds = await takeCall(client.id);
  if (seconds > 0)
    throw new WireError(429, codes.invalidInput, `This client has used up its calls. Go on in ${seconds} seconds.`, {
      'Retry-After': String(seconds),
    });
}

/** Ids that go back exactly as they came; made where the client sent none that can be sent back. */
function echo(request: Request): Record<string, string> {
  return Object.fromEntries(
    ids.map((name) => {
      const given = request.headers.get(name);
      return [name, given && printable.test(given) ? given : randomUUID()];
    }),
  );
}

const sent = ({ status, headers, body }: KeptAnswer, echoed: Record<string, string>): Response => {
  const length: Record<string, string> = body === '' ? { 'Content-Length': '0' } : {};
  return new Response(body === '' ? null : body, { status, headers: { ...headers, ...echoed, ...length } });
};

const json = { 'Content-Type': 'application/json; charset=utf-8' };

/** Answers with a refusal in the words of the API; what broke is logged and told as nothing that a client could mend. */
export function refuse(error: unknown): KeptAnswer {
  const known = toWireError(error);
  if (!known) log.error({ error }, 'an API call failed');
  const told = known ?? new WireError(500, codes.broken, new AppError('failed').message);
  return { status: told.status, headers: { ...json, ...told.headers }, body: JSON.stringify(errorBody(told)) };
}

/** What is not found below a customer that is out of reach is told as that. */
async function explained(error: unknown, actor: ClientActor, customerId: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'not_found' || typeof customerId !== 'string') return error;
  if (await reaches(actor, { customerId })) return error;
  return new WireError(403, codes.noRelationship, 'You have no relationship with this customer.');
}

async function work(call: Call, request: Request, actor: ClientActor, given: Given): Promise<Worked> {
  const params = accept(call.params, given.params);
  try {
    const query = accept(call.query, fitKeys(call.query, Object.fromEntries(new URL(request.url).searchParams)));
    const body = parseBody(call.body, given.body, request.headers.get('content-type'));
    const { requestId } = given;
    const answer = await call.run({ actor, params, query, body, headers: request.headers, requestId });
    const { status, body: told, once } = answer;
    const text = told === undefined ? '' : JSON.stringify(told);
    const kept = { status, headers: { ...(text ? json : {}), ...answer.headers }, body: text };
    return { kept, first: once ? { ...kept, body: JSON.stringify({ ...Object(told), ...once }) } : kept };
  } catch (error) {
    throw await explained(error, actor, params.customerId);
  }
}

interface Worked {
  /** What whoever asks again is told, and what the first is. */
  kept: KeptAnswer;
  first: KeptAnswer;
}

interface Given {
  params: Record<string, string>;
  body: string;
  requestId: string | null;
}

/** One call from its token to its answer: once for each id its sender gives it. Never throws. */
export async function answerCall(call: Call, request: Request, params: Record<string, string>): Promise<Response> {
  const echoed = echo(request);
  try {
    if (await isClosed()) throw new AppError('not_set_up');
    const client = await clientOf(request);
    await allow(client);
    const body = call.method === 'get' ? '' : await readBody(request);
    const key = request.headers.get('MS-RequestId') ?? request.headers.get('Idempotency-Key');
    const requestId = key && printable.test(key) ? key.toLowerCase() : null;
    const actor = requestId ? { ...client, requestId } : client;
    let first: KeptAnswer | undefined;
    const run = async () => {
      const given = { params, body, requestId };
      const worked = await work(call, request, actor, given).catch((error) => ({
        kept: refuse(error),
        first: undefined,
      }));
      first = worked.first;
      return worked.kept;
    };
    if (call.method === 'get' || call.changesNothing || !requestId) {
      const kept = await run();
      return sent(first ?? kept, echoed);
    }
    const asked = `${call.method} ${new URL(request.url).pathname.toLowerCase()}\n${body}`;
    const fingerprint = createHash('sha256').update(asked).digest('hex');
    const kept = await answerOnce({ clientId: actor.id, requestId, fingerprint }, run);
    return sent(first ?? kept, echoed);
  } catch (error) {
    return sent(refuse(error), echoed);
  }
}

/** For an address that is none, or is one for other methods. */
export function refuseWhole(request: Request, allowed: string[]): Response {
  const error =
    allowed.length > 0
      ? new WireError(405, codes.invalidInput, `Use ${allowed.join(', ')} here.`, { Allow: allowed.join(', ') })
      : new WireError(404, codes.notFound, 'There is nothing at this address.');
  return sent(refuse(error), echo(request));
}
