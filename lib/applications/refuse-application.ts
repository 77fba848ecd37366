import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { partnerApplications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { refusalMail } from './application-mails';
import { refuseApplicationInput } from './decision-input';
import { whyNotWaiting } from './find-application';

/** Refuses an application with a reason that its contact is mailed; they can apply again. Outcome `closed` when a colleague decided meanwhile. */
export const refuseApplication = command({
  allow: 'applications:handle',
  input: refuseApplicationInput.extend({ applicationId: z.uuid() }),
  audit: 'partner_application.refused',
  async run({ actor, about }, { applicationId, reason }) {
    const user = requireUser(actor);
    const [refused] = await db
      .update(partnerApplications)
      .set({ state: 'refused', reason, decidedBy: user.id, decidedAt: now() })
      .where(and(eq(partnerApplications.id, applicationId), eq(partnerApplications.state, 'waiting')))
      .returning();
    if (!refused) return whyNotWaiting(applicationId);
    const { organization, domain, contactName, contactEmail } = refused;
    await queueMail(contactEmail, refusalMail({ name: contactName, organization, reason }));
    about({ subjectId: applicationId, detail: { organization, domain, reason } });
    return { ok: true } as const;
  },
});
