'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { changeEndpoint } from '@/lib/webhooks/change-endpoint';
import { createEndpoint } from '@/lib/webhooks/create-endpoint';
import { disableEndpoint } from '@/lib/webhooks/disable-endpoint';
import { enableEndpoint } from '@/lib/webhooks/enable-endpoint';
import type { endpointInput } from '@/lib/webhooks/endpoint-input';
import { redeliver } from '@/lib/webhooks/redeliver';
import { removeEndpoint } from '@/lib/webhooks/remove-endpoint';
import { rotateSecret } from '@/lib/webhooks/rotate-secret';
import { testEndpoint } from '@/lib/webhooks/test-endpoint';

type Said = z.input<typeof endpointInput>;

export async function create(input: Said & { id: string }) {
  return act(createEndpoint, input);
}

export async function change(endpointId: string, said: Said) {
  return act(changeEndpoint, { ...said, endpointId });
}

export async function rotate(endpointId: string) {
  return act(rotateSecret, { endpointId });
}

export async function disable(endpointId: string) {
  return act(disableEndpoint, { endpointId });
}

export async function enable(endpointId: string) {
  return act(enableEndpoint, { endpointId });
}

export async function remove(endpointId: string) {
  return act(removeEndpoint, { endpointId });
}

export async function sendTest(endpointId: string) {
  return act(testEndpoint, { endpointId });
}

export async function sendAgain(endpointId: string, deliveryId: string) {
  return act(redeliver, { endpointId, deliveryId });
}
