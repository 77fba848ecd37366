'use server';

import { act } from '@/app/act';
import type { Typed } from '@/components/profiles/profile-form';
import { assignBatch } from '@/lib/profiles/assign-batch';
import { assignProfile } from '@/lib/profiles/assign-profile';
import { createProfile } from '@/lib/profiles/create-profile';
import { deleteProfile } from '@/lib/profiles/delete-profile';
import { editProfile } from '@/lib/profiles/edit-profile';
import { whyKept } from '@/lib/profiles/refusals';
import { setDefault } from '@/lib/profiles/set-default';

export async function create(customerId: string, typed: Typed) {
  return act(createProfile, { ...typed, customerId });
}

export async function edit(customerId: string, profileId: string, typed: Typed, revision: number) {
  return act(editProfile, { ...typed, customerId, profileId, revision });
}

export async function remove(customerId: string, profileId: string) {
  const outcome = await act(deleteProfile, { customerId, profileId });
  return outcome.ok || outcome.reason === 'error' ? outcome : { ...outcome, message: whyKept(outcome) };
}

export async function makeDefault(customerId: string, profileId: string | null) {
  return act(setDefault, { customerId, profileId });
}

export async function assign(customerId: string, deviceIds: string[], profileId: string | null) {
  return act(assignProfile, { customerId, deviceIds, profileId });
}

export async function assignToBatch(customerId: string, batchId: string, profileId: string | null) {
  return act(assignBatch, { customerId, batchId, profileId });
}
