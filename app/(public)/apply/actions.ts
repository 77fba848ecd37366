'use server';

import { act } from '@/app/act';
import { heldToken } from '@/app/partner-invitation/held-token';
import { apply } from '@/lib/applications/apply';
import type { ApplyTyped } from '@/lib/applications/apply-input';
import { confirmApplication } from '@/lib/applications/confirm-application';
import { currentSender } from '@/lib/auth/session';

export async function sendApplication(input: ApplyTyped) {
  return act(apply, { ...input, from: await currentSender() });
}

export async function confirm(link: string) {
  return act(confirmApplication, { token: await heldToken(link) });
}
