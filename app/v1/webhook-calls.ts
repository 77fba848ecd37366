import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { changeEndpoint } from '@/lib/webhooks/change-endpoint';
import { createEndpoint } from '@/lib/webhooks/create-endpoint';
import { type Delivery, listDeliveries, readDelivery } from '@/lib/webhooks/delivery-queries';
import { endpointInput } from '@/lib/webhooks/endpoint-input';
import { subscriptions } from '@/lib/webhooks/events';
import { outcomeOf } from '@/lib/webhooks/names';
import { listEndpoints } from '@/lib/webhooks/queries';
import { testEndpoint } from '@/lib/webhooks/test-endpoint';
import { codes, WireError } from '@/lib/wire/wire-error';
import { call } from './call';
import { noParams } from './path-params';
import { noBody } from './read-call';

const given = z.object({ WebhookUrl: endpointInput.shape.url, WebhookEvents: endpointInput.shape.events });
const registration = z.object({ WebhookUrl: z.url(), WebhookEvents: z.array(z.string()), SubscriberId: z.uuid() });
const validation = z.object({
  correlationId: z.uuid(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  results: z.array(
    z.object({ responseCode: z.int().optional(), responseMessage: z.string(), dateTimeUtc: z.string() }),
  ),
});

const base = '/webhooks/v1/registration';
const shape = { tag: 'Webhooks', query: z.object({}) } as const;
const one = { 200: { description: 'The webhook of this client.', schema: registration } };

/** The one webhook that the client made; throws `not_found` when it has none. */
async function own(actor: ClientActor) {
  const [endpoint] = await listEndpoints(actor, {});
  if (!endpoint) throw new AppError('not_found');
  return endpoint;
}

/** Without its secret: answers are kept for those who ask again, and a secret is not. */
async function registered(actor: ClientActor) {
  const { id, url, events } = await own(actor);
  return { status: 200, body: { WebhookUrl: url, WebhookEvents: events, SubscriberId: id } } as const;
}

const resultOf = ({ id, state, lastAt, lastStatus, ...last }: Delivery) => ({
  correlationId: id,
  status: state,
  results: lastAt
    ? [
        {
          ...(lastStatus === null ? {} : { responseCode: lastStatus }),
          responseMessage: outcomeOf({ lastStatus, lastFault: last.lastFault }) ?? '',
          dateTimeUtc: lastAt.toISOString(),
        },
      ]
    : [],
});

const read = call({
  ...shape,
  method: 'get',
  path: base,
  summary: 'Where this client’s events are sent',
  params: noParams,
  body: noBody,
  answers: one,
  run: ({ actor }) => registered(actor),
});

const create = call({
  ...shape,
  method: 'post',
  path: base,
  summary: 'Have events sent; a global administrator gets the secret under Webhooks, by New secret',
  params: noParams,
  body: given,
  answers: one,
  async run({ actor, body: { WebhookUrl: url, WebhookEvents: events } }) {
    const made = await createEndpoint(actor, { id: uuidv7(), url, events });
    if (made.ok) return registered(actor);
    const told = { already_made: 'This client has a webhook. PUT replaces it.', too_many: 'There are ten webhooks.' };
    const sentence = made.reason === 'no_api' ? 'Resellers have no webhooks.' : told[made.reason];
    throw new WireError(409, codes.invalidInput, sentence);
  },
});

const replace = call({
  ...shape,
  method: 'put',
  path: base,
  summary: 'Have events sent elsewhere, or others',
  params: noParams,
  body: given,
  answers: one,
  async run({ actor, body: { WebhookUrl: url, WebhookEvents: events } }) {
    await changeEndpoint(actor, { endpointId: (await own(actor)).id, url, events });
    return registered(actor);
  },
});

const names = call({
  ...shape,
  method: 'get',
  path: `${base}/events`,
  summary: 'The events there are',
  params: noParams,
  body: noBody,
  answers: { 200: { description: 'Their names.', schema: z.array(z.string()) } },
  run: async ({ actor }) => {
    // Who may not see webhooks learns nothing of them.
    await listEndpoints(actor, {});
    return { status: 200, body: subscriptions };
  },
});

const sendTest = call({
  ...shape,
  method: 'post',
  path: `${base}/validationEvents`,
  summary: 'Have a test sent',
  params: noParams,
  body: noBody,
  answers: { 200: { description: 'What came of it can be asked for.', schema: z.object({ correlationId: z.uuid() }) } },
  async run({ actor }) {
    const tested = await testEndpoint(actor, { endpointId: (await own(actor)).id });
    if (!tested.ok) throw new WireError(409, codes.invalidInput, 'The webhook is disabled.');
    return { status: 200, body: { correlationId: tested.deliveryId } };
  },
});

const outcome = { 200: { description: 'How far it is.', schema: validation } };

const latestTest = call({
  ...shape,
  method: 'get',
  path: `${base}/validationEvents`,
  summary: 'What came of the latest test',
  params: noParams,
  body: noBody,
  answers: outcome,
  async run({ actor }) {
    const { rows } = await listDeliveries(actor, { endpointId: (await own(actor)).id, page: 1 });
    const latest = rows.find(({ type }) => type === 'webhook.test');
    if (!latest) throw new AppError('not_found');
    return { status: 200, body: resultOf(latest) };
  },
});

const test = call({
  ...shape,
  method: 'get',
  path: `${base}/validationEvents/{correlationId}`,
  summary: 'What came of a test',
  params: z.object({ correlationId: z.string().toLowerCase().pipe(z.uuid()) }),
  body: noBody,
  answers: outcome,
  async run({ actor, params: { correlationId } }) {
    const { id: endpointId } = await own(actor);
    return { status: 200, body: resultOf(await readDelivery(actor, { endpointId, deliveryId: correlationId })) };
  },
});

/** Where a program's events are sent: the one webhook that it made. */
export const webhookCalls = [read, create, replace, names, sendTest, latestTest, test];
