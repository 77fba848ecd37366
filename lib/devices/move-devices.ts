import { and, eq, notExists, sql } from 'drizzle-orm';
import { db } from '@/db';
import { batches, devices, uploads } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { ensureBatch } from '@/lib/batches/ensure-batch';
import { command } from '@/lib/command';
import { moveAssignments } from '@/lib/profiles/assigned-devices';
import { choiceInput } from './choice-input';
import { chosenDevices, identity, namesOf, place } from './chosen-devices';
import { countDevices, tally } from './count-devices';
import { inBatch } from './device-columns';
import { lockDevices } from './lock-devices';
import { noteChanges } from './note-changes';
import { batchName } from './receive-input';

/**
 * Moves chosen devices into a batch of the partner's for the same customer, made when there is none of that name. Which
 * upload registered them stays. Outcome `already_gone` when none of them is there.
 */
export const moveDevices = command({
  allow: 'devices:register',
  input: choiceInput.extend({ batch: batchName }),
  audit: 'devices.moved',
  async run({ actor, about }, { batch, ...choice }) {
    const person = requireTenant(actor);
    const partner = person.tenant;
    const where = await chosenDevices(partner, choice);
    await lockDevices();
    const before = await db
      .select({ ...place, movedTo: devices.movedTo, before: batches.name })
      .from(devices)
      .innerJoin(uploads, eq(uploads.number, devices.upload))
      .innerJoin(batches, inBatch)
      .where(where);
    const { id: batchId } = await ensureBatch(partner.id, choice.customerId, batch, madeBy(person));
    const ownOf = and(eq(uploads.number, devices.upload), eq(uploads.batchId, batches.id));
    // Null for a device whose upload has this batch: it comes home.
    const movedTo = db
      .select({ id: batches.id })
      .from(batches)
      .where(and(eq(batches.id, batchId), notExists(db.select().from(uploads).where(ownOf))));
    const moved = await db
      .update(devices)
      .set({ movedTo: sql`(${movedTo})` })
      .where(where)
      .returning({ ...place, movedTo: devices.movedTo, ...identity });
    if (moved.length === 0) return { ok: false, reason: 'already_gone' } as const;
    for (const { upload, batchId: left, devices: count } of await tally(before))
      await countDevices(upload, left, -count);
    for (const { upload, devices: count } of await tally(moved)) await countDevices(upload, batchId, count);
    await moveAssignments(before, batchId);
    await noteChanges(
      madeBy(person),
      'batch',
      before.map((device) => ({ ...device, after: batch })),
    );
    const detail = { devices: moved.length, batch, identifiers: namesOf(moved) };
    about({ subjectId: batchId, customerId: choice.customerId, partnerId: partner.id, detail });
    return { ok: true, changed: moved.length } as const;
  },
});
