import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { partnerLinks, tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { countCustomers } from './authorization-offer';
import { endedMail } from './link-mails';

/**
 * Either side ends the authorisation. What the provider may do through this reseller is derived from the open link, so it is
 * over with this commit; the customers' consents are not touched. A link of two other partners is `not_found`.
 */
export const endPartnerLink = command({
  allow: 'partner_links:end',
  input: z.object({ linkId: z.uuid() }),
  audit: 'partner_link.ended',
  async run({ actor, about }, { linkId }) {
    const person = requireUser(actor);
    const at = now();
    const own = and(
      eq(partnerLinks.id, linkId),
      or(eq(partnerLinks.providerId, person.tenant.id), eq(partnerLinks.resellerId, person.tenant.id)),
    );
    const [link] = await db
      .update(partnerLinks)
      .set({ endedAt: at, endedBy: person.id })
      .where(and(own, isNull(partnerLinks.endedAt)))
      .returning();
    if (!link) {
      const [ended] = await db.select({ id: partnerLinks.id }).from(partnerLinks).where(own);
      if (!ended) throw new AppError('not_found');
      return { ok: false, reason: 'already_ended' } as const;
    }
    const { provider, reseller } = await sidesOf(link);
    const customers = await countCustomers(link);
    const counterpart = person.tenant.id === provider.id ? reseller : provider;
    const told = {
      kind: 'partner_link_ended',
      params: { endedBy: person.tenant.name, other: counterpart.name },
    } as const;
    const by = { name: person.name, organization: person.tenant.name };
    const mail = (to: 'provider' | 'reseller') => endedMail(to, { provider, reseller, by, at, customers });
    await notify({ ...told, to: { tenantId: provider.id }, path: paths.resellers(), mail: mail('provider') });
    await notify({ ...told, to: { tenantId: reseller.id }, path: paths.providers(), mail: mail('reseller') });
    about({
      subjectId: linkId,
      partnerId: person.tenant.id,
      providerId: counterpart.id,
      detail: { counterpartName: counterpart.name, customers },
    });
    return { ok: true, counterpart: counterpart.name } as const;
  },
});

async function sidesOf(link: { providerId: string; resellerId: string }) {
  const found = await db
    .select({ id: tenants.id, name: tenants.name, domain: tenants.domain })
    .from(tenants)
    .where(inArray(tenants.id, [link.providerId, link.resellerId]));
  const provider = found.find(({ id }) => id === link.providerId);
  const reseller = found.find(({ id }) => id === link.resellerId);
  if (!provider || !reseller) throw new Error('a link without its sides');
  return { provider, reseller };
}
