import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { memberInvitations, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { issueInvitation } from '@/lib/people/issue-invitation';
import { findApplication } from './find-application';

/**
 * Mails the first person of an approved partner a new link to join, in the place of the one they have. Outcomes `joined` once
 * they used it, and `not_approved`.
 */
export const mailJoiningLink = command({
  allow: 'applications:handle',
  input: z.object({ applicationId: z.uuid() }),
  audit: 'partner_application.link_mailed',
  async run({ about }, { applicationId }) {
    const { tenantId, organization, contactEmail: email, contactName: name } = await findApplication(applicationId);
    const [tenant] = tenantId ? await db.select().from(tenants).where(eq(tenants.id, tenantId)) : [];
    if (!tenant) return { ok: false, reason: 'not_approved' } as const;
    // Whoever joins at this moment takes the row first, or finds it replaced.
    const replaced = await db
      .update(memberInvitations)
      .set({ state: 'superseded', closedAt: now() })
      .where(
        and(
          eq(memberInvitations.tenantId, tenant.id),
          eq(memberInvitations.email, email),
          eq(memberInvitations.state, 'sent'),
        ),
      )
      .returning({ id: memberInvitations.id });
    if (replaced.length === 0) return { ok: false, reason: 'joined' } as const;
    const first = { email, name, roles: ['global_admin' as const], invitedBy: null };
    await issueInvitation({ id: uuidv7(), organization: tenant, ...first });
    about({ subjectId: applicationId, partnerId: tenant.id, detail: { organization, person: name, email } });
    return { ok: true } as const;
  },
});
