import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { oemLinkMails, requestDays } from '@/db/schema';
import { now } from '@/lib/clock';
import { mailsTo } from '@/lib/testing/mails';
import { linkAddressOf, newIssued, newSupport } from '@/lib/testing/oem-links';
import { acceptStandingAs } from '@/lib/testing/standing-links';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { consentLinkOf } from './consent-link';
import { mailLink } from './mail-link';
import { listMailed } from './mailed-queries';
import { getLinkSender } from './queries';
import { replaceLink } from './replace-link';

const mailTo = (recipientEmail: string) => ({
  mailId: crypto.randomUUID(),
  recipientName: 'Ada Ng',
  recipientEmail,
  organization: 'Contoso',
});

describe('a consent link that is mailed', () => {
  it('arrives with the link, and is listed with whether that organization has accepted', async () => {
    const { tenant, actor } = await newIssued();
    const customer = await newCustomer('Contoso');
    expect(await mailLink(actor, mailTo(customer.admin.email))).toEqual({ ok: true });
    const [mail] = await mailsTo(customer.admin.email);
    expect(mail?.subject).toBe(`${tenant.name} asks for consent to register devices`);
    expect(mail?.textBody).toContain((await consentLinkOf(tenant.id))?.url);
    expect(mail?.textBody).toContain('.onmicrosoft.com');
    expect(mail?.textBody).not.toContain('works until');
    expect((await listMailed(actor, {})).rows).toMatchObject([
      { recipientName: 'Ada Ng', organization: 'Contoso', sentBy: actor.name, customer: null },
    ]);
    await acceptStandingAs(customer.admin, await linkAddressOf(actor));
    expect((await listMailed(actor, {})).rows).toMatchObject([
      { customer: { id: customer.tenant.id, name: 'Contoso' } },
    ]);
  });

  it('is known by the recipient’s account where its domain is another', async () => {
    const { actor } = await newIssued();
    const customer = await newCustomer();
    const colleague = mailTo(`anybody@${customer.tenant.domain}`);
    await mailLink(actor, colleague);
    await acceptStandingAs(customer.admin, await linkAddressOf(actor));
    expect((await listMailed(actor, {})).rows).toMatchObject([{ customer: { id: customer.tenant.id } }]);
  });

  it('tells nothing of an organization that has consented to somebody else', async () => {
    const { actor } = await newIssued();
    const other = await newIssued();
    const customer = await newCustomer();
    await acceptStandingAs(customer.admin, await linkAddressOf(other.actor));
    await mailLink(actor, mailTo(customer.admin.email));
    const listed = JSON.stringify(await listMailed(actor, {}));
    expect(listed).toContain('"customer":null');
    expect(listed).not.toContain(customer.tenant.id);
    expect(listed).not.toContain(customer.tenant.name);
  });

  it('is one mail, however often the form is sent', async () => {
    const { actor } = await newIssued();
    const form = mailTo(`ada${crypto.randomUUID()}@contoso.example`);
    const answers = await Promise.all(Array.from({ length: 5 }, () => mailLink(actor, form)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 4 }, () => ({ ok: false, reason: 'already_sent' })),
    );
    expect(await mailsTo(form.recipientEmail)).toHaveLength(1);
    await expect(mailLink(actor, { ...form, recipientEmail: 'eve@contoso.example' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const stranger = await newIssued();
    await expect(mailLink(stranger.actor, form)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('counts against the day’s limit', async () => {
    const { tenant, actor } = await newIssued();
    const { limit } = (await getLinkSender(actor, {})).today;
    await db.insert(requestDays).values({ partnerId: tenant.id, day: now().toISOString().slice(0, 10), sent: limit });
    const refused = await mailLink(actor, mailTo('ada@contoso.example'));
    expect(refused).toMatchObject({ ok: false, reason: 'daily_limit', limit });
    expect(await db.select().from(oemLinkMails).where(eq(oemLinkMails.partnerId, tenant.id))).toEqual([]);
  });

  it.each([
    ['before support has issued it', async () => (await newPartner('oem', 'sales_agent')).actor, 'no_link'],
    ['to the own organization', async () => (await newIssued()).actor, 'own_organization'],
  ] as const)('does not leave %s', async (_when, who, reason) => {
    const actor = await who();
    expect(await mailLink(actor, mailTo(`colleague@${actor.tenant.domain}`))).toEqual({ ok: false, reason });
  });

  it('is marked where support has ended the link since', async () => {
    const { tenant, actor } = await newIssued();
    await mailLink(actor, mailTo('ada@contoso.example'));
    const linkId = (await consentLinkOf(tenant.id))?.id ?? '';
    await replaceLink(await newSupport(), { linkId, reason: 'Published' });
    expect((await listMailed(actor, {})).rows).toMatchObject([{ linkEndedAt: expect.any(Date) }]);
  });
});
