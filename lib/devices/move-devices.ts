import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { batches, devices } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { ensureBatch } from '@/lib/batches/ensure-batch';
import { command } from '@/lib/command';
import { choiceInput } from './choice-input';
import { chosenDevices, identity, namesOf } from './chosen-devices';
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
    const person = requireUser(actor);
    const partner = person.tenant;
    const where = await chosenDevices(partner, choice);
    await lockDevices();
    const before = await db
      .select({ deviceId: devices.id, before: batches.name })
      .from(devices)
      .innerJoin(batches, eq(batches.id, devices.batchId))
      .where(where);
    const batchId = await ensureBatch(partner.id, choice.customerId, batch, person.id);
    const moved = await db.update(devices).set({ batchId }).where(where).returning(identity);
    if (moved.length === 0) return { ok: false, reason: 'already_gone' } as const;
    await noteChanges(
      person.id,
      'batch',
      before.map((device) => ({ ...device, after: batch })),
    );
    const detail = { devices: moved.length, batch, identifiers: namesOf(moved) };
    about({ subjectId: batchId, customerId: choice.customerId, partnerId: partner.id, detail });
    return { ok: true, changed: moved.length } as const;
  },
});
