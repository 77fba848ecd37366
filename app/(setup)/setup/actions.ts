'use server';

import { act } from '@/app/act';
import { heldToken } from '@/app/partner-invitation/held-token';
import type { SetUpTyped } from '@/lib/setup/set-up-input';
import { setUpOperator } from '@/lib/setup/set-up-operator';

export async function setUp(link: string, input: SetUpTyped) {
  return act(setUpOperator, { ...input, token: await heldToken(link) });
}
