import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { jobs } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, setClock } from '@/lib/clock';
import { askForRenewal } from '@/lib/consent/ask-for-renewal';
import { findInvitation, getInvitation } from '@/lib/consent/invitation-queries';
import { sendRequest } from '@/lib/consent/send-request';
import { findStanding } from '@/lib/consent/standing-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { acceptProvider } from '@/lib/partners/accept-provider';
import { readProviderInvitation } from '@/lib/partners/invitation-queries';
import { newInvitation } from '@/lib/testing/invitations';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest, requestInput } from '@/lib/testing/requests';
import { acceptStandingAs, newStandingLink } from '@/lib/testing/standing-links';
import { suspend } from '@/lib/testing/suspensions';
import { newCustomer, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';

const dead = { ok: false, reason: 'dead', why: 'suspended' };

/** A reseller with the provider it works under, and who sends for it. */
async function reseller() {
  const provider = await newPartner('indirect_provider', 'admin_agent');
  const { tenant, actor } = await newPartner('indirect_reseller', 'admin_agent');
  await newPartnerLink(provider.tenant, tenant);
  return { actor, tenant, provider: provider.tenant };
}

describe('the link of a request, while its partner is suspended,', () => {
  it('says so, grants nothing, and is good again afterwards', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const { admin } = await newCustomer();
    const link = await newRequest(actor);
    const suspension = await suspend(tenant.id);
    expect(await findInvitation(null, link)).toMatchObject({
      kind: 'dead',
      why: 'suspended',
      partnerName: tenant.name,
    });
    expect(await getInvitation(admin, link)).toMatchObject({ kind: 'dead', why: 'suspended' });
    expect(await acceptAs(admin, link)).toEqual(dead);
    expect(await askForRenewal(null, link)).toEqual({ ok: false, reason: 'still_good' });
    await suspension.reinstate();
    expect(await acceptAs(admin, link)).toMatchObject({ ok: true });
  });

  it('is not answered either while the provider that it names is suspended', async () => {
    const { actor, provider } = await reseller();
    const { admin } = await newCustomer();
    const link = await newRequest(actor, { providerId: provider.id });
    const suspension = await suspend(provider.id);
    expect(await acceptAs(admin, link)).toEqual(dead);
    await suspension.reinstate();
    expect(await acceptAs(admin, link)).toMatchObject({ ok: true });
  });

  it('is not reminded of', async () => {
    await db.delete(jobs);
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const input = requestInput({ delivery: 'mail' });
    await sendRequest(actor, input);
    await suspend(tenant.id);
    setClock(() => later(new Date(), days(13)));
    await runUntilEmpty();
    expect(await mailsTo(input.recipientEmail)).toHaveLength(1);
    setClock();
  });
});

describe('a standing link', () => {
  it.each(['reseller', 'provider'])('waits for the end of the suspension of its %s', async (which) => {
    const { actor, tenant, provider } = await reseller();
    const link = await newStandingLink(actor, provider.id);
    const { admin } = await newCustomer();
    const suspension = await suspend(which === 'reseller' ? tenant.id : provider.id);
    expect(await findStanding(null, { address: link.address() })).toMatchObject({ kind: 'dead', why: 'suspended' });
    expect(await acceptStandingAs(admin, link.address())).toEqual(dead);
    await suspension.reinstate();
    expect(await acceptStandingAs(admin, link.address())).toMatchObject({ ok: true });
  });

  it('that was replaced stays replaced', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const link = await newRequest(actor);
    const { admin } = await newCustomer();
    await acceptAs(admin, link);
    await suspend(tenant.id);
    expect(await findInvitation(null, link)).toMatchObject({ why: 'used' });
  });
});

describe('the invitation of a suspended provider', () => {
  it('is on hold, and works again afterwards', async () => {
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const { tenant } = await newPartner('indirect_reseller');
    const owner: UserActor = await newPerson(tenant, 'global_admin');
    const { token } = await newInvitation(provider.actor);
    const suspension = await suspend(provider.tenant.id);
    expect(await readProviderInvitation(owner, { token })).toMatchObject({ view: 'dead', why: 'suspended' });
    const answer = { token, shown: 'a'.repeat(64), yes: true as const };
    expect(await acceptProvider(owner, answer)).toEqual(dead);
    await suspension.reinstate();
    const view = await readProviderInvitation(owner, { token });
    expect(view.view).toBe('decide');
  });
});
