'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { addSecret } from '@/lib/clients/add-secret';
import { changeScopes } from '@/lib/clients/change-scopes';
import type { clientInput } from '@/lib/clients/client-input';
import { createClient } from '@/lib/clients/create-client';
import { dropSecret } from '@/lib/clients/drop-secret';
import { revokeClient } from '@/lib/clients/revoke-client';

export async function create(input: z.input<typeof clientInput> & { id: string }) {
  return act(createClient, input);
}

export async function addOne(clientId: string) {
  return act(addSecret, { clientId });
}

export async function drop(clientId: string, secretId: string) {
  return act(dropSecret, { clientId, secretId });
}

export async function change(clientId: string, scopes: z.input<typeof clientInput>['scopes']) {
  return act(changeScopes, { clientId, scopes });
}

export async function revoke(clientId: string) {
  return act(revokeClient, { clientId });
}
