import { inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, mails, notifications } from '@/db/schema';
import { activityCsv } from '@/lib/audit/activity-csv';
import { listActivity } from '@/lib/audit/queries';
import type { UserActor } from '@/lib/auth/actor';
import { later, setClock } from '@/lib/clock';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { listDevices } from '@/lib/devices/queries';
import { readUploadRows } from '@/lib/devices/upload-queries';
import { AppError } from '@/lib/errors';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { missedTopics } from '@/lib/live/queries';
import { latestNotifications } from '@/lib/notifications/queries';
import { asking, newConflict, newSupporter, pdfOf } from '@/lib/testing/conflicts';
import { newPerson } from '@/lib/testing/tenants';
import { askRelease } from './ask-release';
import { attachProof } from './attach-proof';
import { decideConflict } from './decide-conflict';
import { conflictLimits } from './limits';
import { listConflicts, readConflict } from './queries';
import { refuseRelease } from './refuse-release';
import { releaseDevice } from './release-device';
import { conflictsOfRows } from './row-queries';
import { withdrawAsking } from './withdraw-asking';

type World = Awaited<ReturnType<typeof newConflict>>;

const activity = { person: '', organization: '', action: '', from: '', to: '', steps: '1' } as const;
const answered = (ask: Promise<unknown>): Promise<unknown> =>
  ask.catch((error: unknown) => {
    if (error instanceof AppError) return [error.code, error.message, error.fields];
    throw error;
  });

/** Every text that a person can get to see by this conflict: lists, pages, logs and exports, mails, bell, live, refusals. */
async function everythingSeenBy(person: UserActor, { conflictId, uploadId, serial }: World): Promise<string> {
  const seen: unknown[] = [];
  for (const place of ['partner', 'customer'] as const) {
    for (const show of ['asked', 'received'] as const) {
      seen.push(await answered(listConflicts(person, { place, show })));
    }
    seen.push(await answered(readConflict(person, { id: conflictId, place })));
  }
  const rows = [{ row: 1, serialNumber: serial, productKey: '' }];
  seen.push(await answered(conflictsOfRows(person, { uploadId, rows }).then((found) => [...found])));
  seen.push(await answered(readUploadRows(person, { id: uploadId })));
  seen.push(await answered(listActivity(person, { ...activity, page: 1 })));
  seen.push(await answered(activityCsv(person, activity).then((stream) => new Response(stream).text())));
  seen.push(await answered(latestNotifications(person, {})));
  seen.push(await answered(missedTopics(person, { age: 60_000 })));
  seen.push(
    await db
      .select()
      .from(mails)
      .where(inArray(mails.toAddress, [person.email])),
  );
  seen.push(
    await db
      .select()
      .from(notifications)
      .where(inArray(notifications.userId, [person.id])),
  );
  // What is refused is a text, too.
  seen.push(await answered(releaseDevice(person, { conflictId })));
  seen.push(await answered(withdrawAsking(person, { conflictId })));
  return JSON.stringify(seen);
}

/** What tells who somebody is: names, domains, addresses, people and ids of the organizations of one side, and its own words. */
async function marksOf({ partner, customer, actor, customerId }: World['asker']): Promise<string[]> {
  const { tenant, admin } = customer;
  const people = [actor, admin].flatMap(({ id, name, email }) => [id, name, email]);
  const organizations = [partner, tenant].flatMap(({ id, name, domain, mpnId }) => [id, name, domain, mpnId]);
  return [customerId, ...people, ...organizations].filter((mark): mark is string => Boolean(mark));
}

async function expectSilence(world: World): Promise<void> {
  const { holder, asker } = world;
  const intune = await newPerson(holder.customer.tenant, 'intune_admin');
  const ofHolder = [...(await marksOf(holder)), 'It is ours since March'];
  const ofAsker = [...(await marksOf(asker)), 'PO-4711', 'Bought from the outlet', 'Invoice 4711', world.uploadId];
  const sees = async (person: UserActor, marks: string[]) => {
    const seen = await everythingSeenBy(person, world);
    expect(seen).toContain(world.serial);
    for (const mark of marks) expect(seen, `${person.name} can read ${mark}`).not.toContain(mark);
  };
  await sees(asker.actor, ofHolder);
  for (const person of [holder.actor, holder.customer.admin]) await sees(person, ofAsker);
  expect(await everythingSeenBy(intune, world)).not.toMatch(
    new RegExp(ofAsker.map((m) => m.replace(/\W/g, '.')).join('|')),
  );
  // Not even by an id that no page shows: no event concerns both sides.
  const events = await db
    .select()
    .from(auditEvents)
    .where(inArray(auditEvents.subjectId, [world.conflictId]));
  expect(events.length).toBeGreaterThan(1);
  for (const event of events) {
    const text = JSON.stringify(event);
    const sides = [ofHolder, ofAsker].filter((marks) => marks.some((mark) => text.includes(mark)));
    expect(sides.length, event.action).toBeLessThanOrEqual(1);
  }
}

const reason = 'It is ours since March.';
const refuse = ({ holder, conflictId }: World) => refuseRelease(holder.actor, { conflictId, reason });
const decide = (decision: 'release' | 'reject') => async (world: World) => {
  await refuse(world);
  const support = await newSupporter();
  await decideConflict(support, { conflictId: world.conflictId, decision, reason: 'The invoice decides.' });
};
const wait = async ({ conflictId, asker }: World) => {
  setClock(() => later(new Date(), conflictLimits.answerWithin));
  await runUntilEmpty().finally(() => setClock());
  await attachProof(asker.actor, { conflictId, proof: pdfOf('Invoice 4711, better') });
};
const deregister = async ({ holder: { actor, customerId } }: World) => {
  const { items } = await listDevices(actor, { customerId });
  await deregisterDevices(actor, { customerId, deviceIds: items.map(({ id }) => id) });
};

describe('neither side learns who the other is', () => {
  it.each<[string, (world: World) => Promise<unknown>]>([
    ['asked', async () => undefined],
    ['asked twice', ({ asker, uploadId }) => askRelease(asker.actor, asking(uploadId))],
    ['released by the partner', ({ holder, conflictId }) => releaseDevice(holder.actor, { conflictId })],
    ['released by the customer', ({ holder, conflictId }) => releaseDevice(holder.customer.admin, { conflictId })],
    ['refused', refuse],
    ['unanswered', wait],
    ['released by support', decide('release')],
    ['rejected by support', decide('reject')],
    ['withdrawn', ({ asker, conflictId }) => withdrawAsking(asker.actor, { conflictId })],
    ['deregistered', deregister],
  ])('%s', async (_what, happen) => {
    const world = await newConflict();
    await happen(world);
    await expectSilence(world);
  });
});
