'use server';

import { act } from '@/app/act';
import { refuseRelease } from '@/lib/conflicts/refuse-release';
import { releaseDevice } from '@/lib/conflicts/release-device';

export async function release(conflictId: string) {
  return act(releaseDevice, { conflictId });
}

export async function refuse(conflictId: string, reason: string) {
  return act(refuseRelease, { conflictId, reason });
}
