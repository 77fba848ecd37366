import { db } from '@/db';
import { devices } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { choiceInput } from './choice-input';
import { chosenDevices, identity, namesOf, place } from './chosen-devices';
import { lockDevices } from './lock-devices';
import { noteChanges } from './note-changes';
import { groupTag } from './receive-input';

/** Gives chosen devices a group tag, or takes it away with an empty one. Outcome `already_gone` when none of them is there. */
export const tagDevices = command({
  allow: 'devices:register',
  input: choiceInput.extend({ groupTag }),
  audit: 'devices.tagged',
  async run({ actor, about }, { groupTag: tag, ...choice }) {
    const person = requireTenant(actor);
    const partner = person.tenant;
    await lockDevices();
    const where = await chosenDevices(partner, choice);
    const before = await db
      .select({ ...place, before: devices.groupTag })
      .from(devices)
      .where(where);
    const after = tag || null;
    const tagged = await db.update(devices).set({ groupTag: after }).where(where).returning(identity);
    if (tagged.length === 0) return { ok: false, reason: 'already_gone' } as const;
    await noteChanges(
      madeBy(person),
      'group_tag',
      before.map((device) => ({ ...device, after })),
    );
    const detail = { devices: tagged.length, groupTag: tag, identifiers: namesOf(tagged) };
    about({ customerId: choice.customerId, partnerId: partner.id, detail });
    return { ok: true, changed: tagged.length } as const;
  },
});
