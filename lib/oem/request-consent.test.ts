import { describe, expect, it } from 'vitest';
import { acceptRequest } from '@/lib/consent/accept-request';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { requestOemConsent } from './request-consent';

const recipient = { recipientName: 'Ada Ng', organization: 'Contoso', expiresInDays: 14 } as const;

describe('a manufacturer’s request', () => {
  it('leads its recipient to a consent without delegated rights', async () => {
    const { actor: agent } = await newPartner('oem', 'admin_agent');
    const { admin } = await newCustomer();
    const sent = await requestOemConsent(agent, { ...recipient, recipientEmail: admin.email });
    if (!sent.ok) throw new Error(sent.reason);
    const invitation = { token: sent.url.split('/').at(-1) ?? '', requestId: sent.requestId };
    const page = await getInvitation(admin, invitation);
    if (page.kind !== 'ready') throw new Error(page.kind);
    expect(page.shown).toMatchObject({ kind: 'oem', dap: false, roles: [] });
    const accepted = await acceptRequest(admin, { ...invitation, shown: page.hash, yes: true, dap: true });
    expect(accepted).toMatchObject({ ok: true });
  });

  it.each(['direct', 'indirect_provider', 'indirect_reseller'] as const)(
    'is not for a partner that is %s',
    async (type) => {
      const { actor } = await newPartner(type, 'admin_agent');
      const answer = await requestOemConsent(actor, { ...recipient, recipientEmail: 'ada@contoso.onmicrosoft.com' });
      expect(answer).toEqual({ ok: false, reason: 'not_oem' });
    },
  );
});
