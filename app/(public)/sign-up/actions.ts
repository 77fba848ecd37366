'use server';

import { act } from '@/app/act';
import { heldToken } from '@/app/partner-invitation/held-token';
import { setUpOrganization } from '@/lib/signups/set-up-organization';
import type { SetUpOrganizationTyped } from '@/lib/signups/sign-up-input';
import { turnOverSignUp } from '@/lib/signups/turn-over-sign-up';

export async function setUp(link: string, input: SetUpOrganizationTyped) {
  return act(setUpOrganization, { ...input, token: await heldToken(link) });
}

export async function askInstead(link: string) {
  return act(turnOverSignUp, { token: await heldToken(link) });
}
