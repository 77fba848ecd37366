import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { profiles } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { profileFields, saidOf } from './profile-input';
import { concerned, profilesInHand, sourceOf } from './sight';

/**
 * Makes a profile for a customer: a partner one of Partner Center, the customer itself one of its own (`source: intune`).
 * Outcome `name_taken` when the organization has one of that name for the customer, without regard to case.
 */
export const createProfile = command({
  allow: 'profiles:manage',
  input: profileFields.and(z.object({ customerId: z.uuid() })),
  audit: 'profile.created',
  async run({ actor, about }, { customerId, ...fields }) {
    const person = requireTenant(actor);
    await profilesInHand(person.tenant, customerId);
    const { name, description, settings } = fields;
    const id = uuidv7();
    const at = now();
    const made = await db
      .insert(profiles)
      .values({
        id,
        customerId,
        makerId: person.tenant.id,
        source: sourceOf(person.tenant),
        name,
        nameKey: name.toLowerCase(),
        description,
        settings,
        revision: 1,
        ...madeBy(person),
        createdAt: at,
        updatedAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: profiles.id });
    if (made.length === 0) return { ok: false, reason: 'name_taken' } as const;
    about({ subjectId: id, ...concerned(person.tenant, customerId), detail: saidOf(fields) });
    return { ok: true, id } as const;
  },
});
