import { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { cancelRequest } from '@/lib/consent/cancel-request';
import { dailyLimit, limitReached } from '@/lib/consent/daily-limit';
import { expiryChoices, usualExpiry } from '@/lib/consent/expiry-choices';
import { seekRequests } from '@/lib/consent/queries';
import { getRequest } from '@/lib/consent/request-queries';
import { resendRequest } from '@/lib/consent/resend-request';
import { sendRequest } from '@/lib/consent/send-request';
import { delivery, recipientInput } from '@/lib/consent/send-request-input';
import { requestStates } from '@/lib/consent/state';
import { AppError } from '@/lib/errors';
import { idOfCall } from '@/lib/wire/call-id';
import { collection } from '@/lib/wire/collection';
import { listQuery } from '@/lib/wire/list-query';
import { requestItem, requestWhole } from '@/lib/wire/request-wire';
import { readSeek, tokensOf } from '@/lib/wire/seek';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf } from './answer-schemas';
import { type Answer, call } from './call';
import { noParams, ofRequest } from './path-params';
import { noBody } from './read-call';
import { issuedRequest, listedRequest, wholeRequest } from './request-schemas';

const tag = 'Consent requests';
const noQuery = z.object({});
const whole = { 200: { description: 'The request.', schema: wholeRequest } };

type Sent = Extract<Awaited<ReturnType<typeof sendRequest>>, { ok: true }>;
type Unsent = Exclude<Awaited<ReturnType<typeof sendRequest | typeof resendRequest>>, { ok: true }>;

/** The request as it is now; of a mail that its sender is to send, its text and link besides, this once. */
async function issued(actor: ClientActor, { requestId, copy }: Pick<Sent, 'requestId' | 'copy'>): Promise<Answer> {
  return {
    status: 201,
    body: requestWhole(await getRequest(actor, { id: requestId })),
    headers: { Location: `/consentRequests/${requestId}` },
    ...(copy ? { once: { mail: { subject: copy.subject, text: copy.text, link: copy.url } } } : {}),
  };
}

const refusals = {
  cannot_send: 'Only a direct partner asks customers: yours are reached through resellers or by a link from support.',
  no_provider: 'Your organization works under no provider.',
  provider_required: 'Your organization works under several providers. Send the request in the portal.',
  provider_left: 'Your organization and the provider that the request names have parted.',
  discarded: 'This request was discarded.',
  closed: 'This request was answered or taken back. Send a new one.',
} as const;

/** What nobody can mend by asking again the same way, in words. */
function refused(unsent: Unsent): WireError {
  if (unsent.reason === 'daily_limit') {
    const { freeAt } = dailyLimit(now(), now());
    const seconds = Math.ceil((freeAt.getTime() - now().getTime()) / 1000);
    return new WireError(429, codes.invalidInput, limitReached(unsent), { 'Retry-After': String(seconds) });
  }
  if (unsent.reason === 'own_organization') {
    const sentence = 'recipientEmail: This address belongs to your own organization.';
    return new WireError(400, codes.invalidProperty, sentence);
  }
  if (unsent.reason === 'replaced' || unsent.reason === 'already_sent')
    return new WireError(409, codes.invalidInput, `This request was sent again already, as ${unsent.requestId}.`);
  if (unsent.reason === 'cannot_send') return new WireError(403, codes.denied, refusals.cannot_send);
  return new WireError(409, codes.invalidInput, refusals[unsent.reason]);
}

const how = z.object({
  delivery: delivery.default('mail').describe('mail: we send it. copy: you are told its text and link, once.'),
  expiresInDays: z.literal(expiryChoices, `One of ${expiryChoices.join(', ')}.`).default(usualExpiry),
});

const send = call({
  method: 'post',
  path: '/consentRequests',
  tag,
  summary: 'Ask a customer for consent',
  params: noParams,
  query: noQuery,
  body: how
    .extend(recipientInput.shape)
    .extend({ delegatedAdministration: z.boolean('true or false.').default(false) }),
  answers: { 201: { description: 'Sent. `Location` says where it can be read.', schema: issuedRequest } },
  async run({ actor, body: { delegatedAdministration: dap, ...given }, requestId: key }) {
    const requestId = idOfCall(actor.id, key);
    const sent = await sendRequest(actor, { ...given, dap, requestId });
    if (sent.ok) return issued(actor, sent);
    if (sent.reason === 'already_sent') return issued(actor, { requestId, copy: null });
    throw refused(sent);
  },
});

const place = z.object({ at: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() });

const list = call({
  method: 'get',
  path: '/consentRequests',
  tag,
  summary: 'The requests your organization sent, newest first',
  params: noParams,
  query: listQuery.omit({ filter: true }).extend({
    state: z
      .string()
      .toLowerCase()
      .pipe(z.enum(requestStates, `One of ${requestStates.join(', ')}.`))
      .optional(),
    search: z.string().max(200).optional().describe('Part of a recipient’s name, address or organization.'),
  }),
  body: noBody,
  answers: { 200: { description: 'A page of them.', schema: collectionOf(listedRequest) } },
  async run({ actor, query, headers }) {
    const seek = readSeek(place, query, headers);
    const { total, ...page } = await seekRequests(actor, { q: query.search ?? '', state: query.state, ...seek });
    const said = Object.entries({ size: String(seek.size), state: query.state, search: query.search });
    const uri = `/consentRequests?${new URLSearchParams(said.filter((pair): pair is [string, string] => !!pair[1]))}`;
    const tokens = tokensOf(page, ({ sentAt, id }) => ({ at: sentAt.toISOString(), id }));
    return {
      status: 200,
      body: collection({ items: page.rows.map(requestItem), totalCount: total, uri, ...tokens }),
    };
  },
});

const readOne = call({
  method: 'get',
  path: '/consentRequests/{requestId}',
  tag,
  summary: 'One request, and what became of it',
  params: ofRequest,
  query: noQuery,
  body: noBody,
  answers: whole,
  run: async ({ actor, params: { requestId } }) => ({
    status: 200,
    body: requestWhole(await getRequest(actor, { id: requestId })),
  }),
});

const cancel = call({
  method: 'post',
  path: '/consentRequests/{requestId}/cancel',
  tag,
  summary: 'Take a request back that nobody has answered',
  params: ofRequest,
  query: noQuery,
  body: noBody,
  answers: whole,
  async run({ actor, params: { requestId } }) {
    const canceled = await cancelRequest(actor, { requestId });
    if (!canceled.ok) throw new AppError('conflict', 'This request was answered, ran out or was taken back before.');
    return { status: 200, body: requestWhole(await getRequest(actor, { id: requestId })) };
  },
});

const resend = call({
  method: 'post',
  path: '/consentRequests/{requestId}/resend',
  tag,
  summary: 'Send a request again, with a new link in the place of the old one',
  params: ofRequest,
  query: noQuery,
  body: how.prefault({}),
  answers: { 201: { description: 'The new request. The old one’s link is dead.', schema: issuedRequest } },
  async run({ actor, params, body, requestId: key }) {
    const newId = idOfCall(actor.id, key);
    const sent = await resendRequest(actor, { ...body, requestId: params.requestId, newId });
    if (sent.ok) return issued(actor, sent);
    if (sent.reason === 'already_sent') return issued(actor, { requestId: newId, copy: null });
    throw refused(sent);
  },
});

/** Our own, beside what clients know: asking customers for consent. */
export const requestCalls = [send, list, readOne, cancel, resend];
