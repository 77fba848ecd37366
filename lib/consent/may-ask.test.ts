import { describe, expect, it } from 'vitest';
import { newPartner } from '@/lib/testing/tenants';
import { mayAsk } from './may-ask';

describe('who can ask for a reseller relationship', () => {
  it.each([
    ['direct', 'admin_agent', true],
    ['direct', 'sales_agent', true],
    ['direct', 'helpdesk_agent', false],
    ['direct', 'global_admin', false],
    ['indirect_reseller', 'admin_agent', true],
    ['indirect_provider', 'admin_agent', false],
    ['oem', 'admin_agent', false],
  ] as const)('%s, %s: %s', async (type, role, expected) => {
    const { actor } = await newPartner(type, role);
    expect(mayAsk(actor)).toBe(expected);
  });

  it('is nobody who is not signed in', () => {
    expect(mayAsk(null)).toBe(false);
  });
});
