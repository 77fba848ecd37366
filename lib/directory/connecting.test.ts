import { afterEach, expect, it } from 'vitest';
import { later, setClock } from '@/lib/clock';
import { newCustomer, newPerson } from '@/lib/testing/tenants';
import { connectingTime, isConnecting, sealConnecting } from './connecting';

afterEach(() => setClock());

it('is good for the session that began it, for ten minutes', async () => {
  const { tenant, admin } = await newCustomer();
  const sealed = sealConnecting(admin);
  expect(isConnecting(admin, sealed)).toBe(true);
  expect(isConnecting(await newPerson(tenant, 'global_admin'), sealed)).toBe(false);
  expect(isConnecting({ ...admin, tenant: (await newCustomer()).admin.tenant }, sealed)).toBe(false);
  for (const forged of ['', 'x', `${sealed.slice(0, -2)}AA`]) expect(isConnecting(admin, forged)).toBe(false);
  setClock(() => later(new Date(), connectingTime + 1000));
  expect(isConnecting(admin, sealed)).toBe(false);
});
