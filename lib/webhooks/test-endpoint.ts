import { z } from 'zod';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { writeEvent } from './emit';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';
import { startDeliveries } from './start-deliveries';

/** Sends an endpoint an event that says it is a test; `deliveryId` is where its outcome can be read. Outcome `disabled`. */
export const testEndpoint = command({
  allow: 'webhooks:manage',
  input: z.object({ endpointId: z.uuid() }),
  audit: 'webhook.tested',
  async run({ actor, about }, { endpointId }) {
    const endpoint = await holdOwnEndpoint(requireTenant(actor), endpointId);
    if (endpoint.disabledAt) return { ok: false, reason: 'disabled' } as const;
    const message = 'This is a test. Nothing happened.';
    const eventId = await writeEvent(endpoint.tenantId, 'webhook.test', { message });
    const [deliveryId = ''] = await startDeliveries(eventId, [endpointId]);
    about(endpointSubject(endpoint));
    return { ok: true, deliveryId } as const;
  },
});
