import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { partnerApplications, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { issueInvitation } from '@/lib/people/issue-invitation';
import { createOrganization } from '@/lib/tenants/create-organization';
import { holdNames, isNameTaken } from '@/lib/tenants/partner-names';
import { whyNotWaiting } from './find-application';

/**
 * Makes the partner that somebody applied for, and mails its first person the link to join as its global administrator. Outcomes:
 * `closed` when a colleague decided meanwhile; `domain_taken`, `name_taken` by another partner and `address_taken` by an account of
 * the contact elsewhere, after which the application still waits.
 */
export const approveApplication = command({
  allow: 'applications:handle',
  input: z.object({ applicationId: z.uuid() }),
  audit: 'partner_application.approved',
  async run({ actor, about }, { applicationId }) {
    const user = requireUser(actor);
    await holdNames();
    const [approved] = await db
      .update(partnerApplications)
      .set({ state: 'approved', decidedBy: user.id, decidedAt: now() })
      .where(and(eq(partnerApplications.id, applicationId), eq(partnerApplications.state, 'waiting')))
      .returning();
    if (!approved) return whyNotWaiting(applicationId);
    const { organization, domain, country, partnerType, mpnId, contactName: name, contactEmail: email } = approved;
    if (await isNameTaken(organization)) return { ok: false, reason: 'name_taken' } as const;
    const [account] = await db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.removedAt), isNull(users.directoryOid)));
    if (account) return { ok: false, reason: 'address_taken' } as const;
    const made = { kind: 'partner', name: organization, domain, country, partnerType, mpnId } as const;
    const tenant = await createOrganization(made);
    if (!tenant) return { ok: false, reason: 'domain_taken' } as const;
    await db.update(partnerApplications).set({ tenantId: tenant.id }).where(eq(partnerApplications.id, applicationId));
    const first = { email, name, roles: ['global_admin' as const], invitedBy: null };
    await issueInvitation({ id: uuidv7(), organization: tenant, ...first });
    about({
      subjectId: applicationId,
      partnerId: tenant.id,
      detail: { organization, domain, partnerType, mpnId, person: name, email },
    });
    return { ok: true } as const;
  },
});
