import { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { askWords } from '@/lib/conflicts/ask-input';
import { askRelease } from '@/lib/conflicts/ask-release';
import { attachProof } from '@/lib/conflicts/attach-proof';
import { readConflict, seekConflicts } from '@/lib/conflicts/queries';
import { askRefusals } from '@/lib/conflicts/refusals';
import { refuseRelease } from '@/lib/conflicts/refuse-release';
import { releaseDevice } from '@/lib/conflicts/release-device';
import { withdrawAsking } from '@/lib/conflicts/withdraw-asking';
import { conflictReason } from '@/lib/consent/plain-text';
import { collection } from '@/lib/wire/collection';
import { conflictItem } from '@/lib/wire/conflict-wire';
import { listQuery } from '@/lib/wire/list-query';
import { readSeek, tokensOf } from '@/lib/wire/seek';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf } from './answer-schemas';
import { type Answer, call } from './call';
import { conflict } from './conflict-schemas';
import { noParams, ofConflict } from './path-params';
import { noBody } from './read-call';

const shared = { tag: 'Device conflicts', query: z.object({}) } as const;
const one = { 200: { description: 'The conflict, as your side knows it.', schema: conflict } };
const sides = { asker: 'asked', holder: 'received' } as const;

const proof = z
  .base64('Send the file in base64.')
  .describe('The proof of purchase in base64: a PDF, PNG, JPEG or WebP of at most 5 MB.')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

const read = async (actor: ClientActor, id: string) =>
  conflictItem(await readConflict(actor, { id, place: 'partner' }));

/** How the conflict is after something was done to it, unless it was settled before. */
async function after(actor: ClientActor, id: string, outcome: { ok: boolean }): Promise<Answer> {
  if (!outcome.ok)
    throw new WireError(409, codes.invalidInput, 'This is settled or support’s to decide. Read it again.');
  return { status: 200, body: await read(actor, id) };
}

const list = call({
  ...shared,
  method: 'get',
  path: '/conflicts',
  summary: 'What you asked of others, or with side=holder what others ask of you, newest first',
  params: noParams,
  query: listQuery.omit({ filter: true }).extend({
    side: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['asker', 'holder'], 'asker or holder.'))
      .default('asker'),
  }),
  body: noBody,
  answers: { 200: { description: 'A page of them.', schema: collectionOf(conflict) } },
  async run({ actor, query, headers }) {
    const seek = readSeek(z.object({ id: z.uuid() }), query, headers);
    const { total, ...page } = await seekConflicts(actor, { show: sides[query.side], ...seek });
    const uri = `/conflicts?size=${seek.size}&side=${query.side}`;
    const tokens = tokensOf(page, ({ id }) => ({ id }));
    return { status: 200, body: collection({ items: page.rows.map(conflictItem), totalCount: total, uri, ...tokens }) };
  },
});

const ask = call({
  ...shared,
  method: 'post',
  path: '/conflicts',
  summary: 'Ask for the release of a device that was refused with 808',
  params: noParams,
  body: askWords.extend({
    batchTrackingId: z.string('Say which submission: batchTrackingId.').toLowerCase().pipe(z.uuid('A GUID.')),
    row: z.int('A number from 1.').min(1, 'A number from 1.').describe('The place of the device in it, from 1.'),
    proof,
  }),
  answers: {
    200: { description: 'You asked before and it is open.', schema: conflict },
    201: { description: 'Asked. `Location` says where it can be read.', schema: conflict },
  },
  async run({ actor, body: { batchTrackingId: uploadId, ...given } }) {
    const asked = await askRelease(actor, { uploadId, ...given });
    if (asked.ok || asked.reason === 'already_asked') {
      const headers = { Location: `/conflicts/${asked.id}` };
      return { status: asked.ok ? 201 : 200, headers, body: await read(actor, asked.id) };
    }
    const sentence = askRefusals[asked.reason];
    if (asked.reason !== 'limit_reached') throw new WireError(409, codes.invalidInput, sentence);
    const leftToday = 86_400 - (Math.floor(now().getTime() / 1000) % 86_400);
    throw new WireError(429, codes.invalidInput, sentence, { 'Retry-After': String(leftToday) });
  },
});

const readOne = call({
  ...shared,
  method: 'get',
  path: '/conflicts/{conflictId}',
  summary: 'One conflict, as your side knows it',
  params: ofConflict,
  body: noBody,
  answers: one,
  run: async ({ actor, params }) => ({ status: 200, body: await read(actor, params.conflictId) }),
});

const replaceProof = call({
  ...shared,
  method: 'put',
  path: '/conflicts/{conflictId}/proof',
  summary: 'Send another proof of purchase in the place of the one before',
  params: ofConflict,
  body: z.object({ proof }),
  answers: one,
  run: async ({ actor, params: { conflictId }, body }) =>
    after(actor, conflictId, await attachProof(actor, { conflictId, ...body })),
});

const withdraw = call({
  ...shared,
  method: 'post',
  path: '/conflicts/{conflictId}/withdraw',
  summary: 'Take back what you asked',
  params: ofConflict,
  body: noBody,
  answers: one,
  run: async ({ actor, params: { conflictId } }) =>
    after(actor, conflictId, await withdrawAsking(actor, { conflictId })),
});

const release = call({
  ...shared,
  method: 'post',
  path: '/conflicts/{conflictId}/release',
  summary: 'Let go of a device that others ask you for: it is deregistered',
  params: ofConflict,
  body: noBody,
  answers: one,
  run: async ({ actor, params: { conflictId } }) =>
    after(actor, conflictId, await releaseDevice(actor, { conflictId })),
});

const refuse = call({
  ...shared,
  method: 'post',
  path: '/conflicts/{conflictId}/refuse',
  summary: 'Keep a device that others ask you for, with a reason that support alone reads; support decides',
  params: ofConflict,
  body: z.object({ reason: conflictReason }),
  answers: one,
  run: async ({ actor, params: { conflictId }, body }) =>
    after(actor, conflictId, await refuseRelease(actor, { conflictId, ...body })),
});

/** Our own, beside what clients know: devices that another customer has. */
export const conflictCalls = [list, ask, readOne, replaceProof, withdraw, release, refuse];
