'use server';

import { act } from '@/app/act';
import { confirmSuspension } from '@/lib/suspensions/confirm-suspension';
import { proposeSuspension } from '@/lib/suspensions/propose-suspension';
import { reinstate } from '@/lib/suspensions/reinstate';
import { turnDownSuspension } from '@/lib/suspensions/turn-down-suspension';

export async function propose(tenantId: string, clientId: string | null, reason: string) {
  return act(proposeSuspension, { tenantId, clientId, reason });
}

export async function confirm(suspensionId: string) {
  return act(confirmSuspension, { suspensionId });
}

export async function turnDown(suspensionId: string, reason: string) {
  return act(turnDownSuspension, { suspensionId, reason });
}

export async function restore(suspensionId: string, reason: string) {
  return act(reinstate, { suspensionId, reason });
}
