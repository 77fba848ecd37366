import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from 'uuidv7';
import type { TenantActor } from '@/lib/auth/actor';
import { createEndpoint } from '@/lib/webhooks/create-endpoint';
import { type Subscription, subscriptions } from '@/lib/webhooks/events';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** For tests: a receiver on this machine that keeps what it gets and answers what it is told to. */
export async function startReceiver() {
  const received: Received[] = [];
  const answer: { status: number; body: string; headers: Record<string, string>; silent: boolean } = {
    status: 204,
    body: '',
    headers: {},
    silent: false,
  };
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    received.push({ headers: request.headers, body });
    if (!answer.silent) response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`, received, answer, stop };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** An endpoint of the actor's organization that asks for everything unless told otherwise. */
export async function newEndpoint(
  actor: TenantActor,
  {
    url = 'https://example.com/events',
    events = subscriptions,
  }: { url?: string; events?: readonly Subscription[] } = {},
): Promise<{ id: string; secret: string }> {
  const made = await createEndpoint(actor, { id: uuidv7(), url, events: [...events] });
  if (!made.ok) throw new Error(made.reason);
  return { id: made.id, secret: made.secret };
}
