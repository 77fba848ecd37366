import { z } from 'zod';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { chosenToAssign } from '@/lib/devices/assignable-devices';
import { choiceInput } from '@/lib/devices/choice-input';
import { namesOf } from '@/lib/devices/chosen-devices';
import { lockDevices } from '@/lib/devices/lock-devices';
import { AppError } from '@/lib/errors';
import { giveProfile } from './give-profile';
import { holdProfile } from './hold-profile';
import { concerned, profilesInHand, sourceOf } from './sight';

/**
 * Gives chosen devices of one customer a profile, or with null takes theirs away. A partner touches what partners gave; a
 * customer's own goes before it, and when the customer takes profiles away a partner's goes, too (docs/decisions/0017).
 * Outcome `already_gone` when none of the devices is there; a profile that the organization does not manage is `not_found`.
 */
export const assignProfile = command({
  allow: 'profiles:apply',
  input: choiceInput.extend({ profileId: z.uuid().nullable() }),
  audit: 'devices.profiled',
  async run({ actor, about }, { profileId, ...choice }) {
    const person = requireTenant(actor);
    const { tenant } = person;
    const { customerId } = choice;
    await lockDevices();
    const inHand = await profilesInHand(tenant, customerId);
    const profile = profileId ? await holdProfile(profileId, inHand) : null;
    if (profile === undefined) throw new AppError('not_found');
    const devices = await chosenToAssign(tenant, choice);
    if (devices.length === 0) return { ok: false, reason: 'already_gone' } as const;
    await giveProfile(devices, sourceOf(tenant), profile, madeBy(person));
    if (!profile && tenant.kind === 'customer') await giveProfile(devices, 'partner', null, madeBy(person));
    const detail = { devices: devices.length, profile: profile?.name ?? '', identifiers: namesOf(devices) };
    about({ ...(profile ? { subjectId: profile.id } : {}), ...concerned(tenant, customerId), detail });
    return { ok: true, changed: devices.length } as const;
  },
});
