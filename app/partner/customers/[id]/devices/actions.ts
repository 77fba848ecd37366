'use server';

import { act } from '@/app/act';
import { changingActor } from '@/lib/auth/session';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { matchDevices } from '@/lib/devices/match-queries';
import { moveDevices } from '@/lib/devices/move-devices';
import { tagDevices } from '@/lib/devices/tag-devices';
import { AppError } from '@/lib/errors';

export async function deregister(customerId: string, deviceIds: string[]) {
  return act(deregisterDevices, { customerId, deviceIds });
}

export async function tag(customerId: string, deviceIds: string[], groupTag: string) {
  return act(tagDevices, { customerId, deviceIds, groupTag });
}

export async function move(customerId: string, deviceIds: string[], batch: string) {
  return act(moveDevices, { customerId, deviceIds, batch });
}

/** Changes nothing; an action, because a thousand serial numbers do not fit into an address. */
export async function match(customerId: string, identifiers: string[]) {
  try {
    return { ok: true, ...(await matchDevices(await changingActor(), { customerId, identifiers })) } as const;
  } catch (error) {
    const message = error instanceof AppError ? error.message : 'That did not work. Try again.';
    return { ok: false, message } as const;
  }
}
