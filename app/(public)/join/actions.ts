'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { heldToken } from '@/app/partner-invitation/held-token';
import type { joinInput } from '@/lib/people/join-input';
import { joinOrganization } from '@/lib/people/join-organization';

export async function join(link: string, input: z.input<typeof joinInput>) {
  return act(joinOrganization, { ...input, token: await heldToken(link) });
}
