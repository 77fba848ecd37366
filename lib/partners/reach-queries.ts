import { z } from 'zod';
import { requireTenant } from '@/lib/auth/actor';
import { findCustomer } from '@/lib/devices/find-customer';
import { query } from '@/lib/query';

/** Whether the actor's organization may act for a customer now; a customer that never was is one it may not. */
export const reaches = query({
  allow: 'customers:reach',
  input: z.object({ customerId: z.uuid() }),
  run: async (actor, { customerId }) => (await findCustomer(requireTenant(actor).tenant, customerId)) !== null,
});
