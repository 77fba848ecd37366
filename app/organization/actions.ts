'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { askName } from '@/lib/applications/ask-name';
import type { askNameInput } from '@/lib/applications/ask-name-input';
import { withdrawName } from '@/lib/applications/withdraw-name';
import { changeOrganization } from '@/lib/tenants/change-organization';
import type { organizationInput } from '@/lib/tenants/organization-input';

export async function change(input: z.input<typeof organizationInput>) {
  return act(changeOrganization, input);
}

export async function ask(input: z.input<typeof askNameInput>) {
  return act(askName, input);
}

export async function withdraw(changeId: string) {
  return act(withdrawName, { changeId });
}
