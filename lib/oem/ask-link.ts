import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { oemLinkApplications, tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { askLinkInput } from './ask-link-input';
import { consentLinkOf } from './consent-link';

/**
 * An OEM asks support for the link by which its customers consent. Outcomes `already_asked` while an earlier application is
 * open, and `already_issued` while it has a link.
 */
export const askLink = command({
  allow: 'oem_link:ask',
  input: askLinkInput,
  audit: 'oem_link.asked',
  async run({ actor, about }, { note, ...given }) {
    const { id: askedBy, tenant } = requireUser(actor);
    const id = uuidv7();
    const made = await db
      .insert(oemLinkApplications)
      .values({ id, partnerId: tenant.id, state: 'asked', ...given, note: note || null, askedBy, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: oemLinkApplications.id });
    if (made.length === 0) return { ok: false, reason: 'already_asked' } as const;
    // Only now: what is issued closes its application, so that this one could not have been made before the link is there.
    if (await consentLinkOf(tenant.id)) return { ok: false, reason: 'already_issued' } as const;
    const operators = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator'));
    for (const { id: tenantId } of operators) {
      const params = { organization: tenant.name };
      await notify({ kind: 'oem_link_asked', to: { tenantId }, params, path: paths.oemLink(id) });
    }
    const { website, makes } = given;
    about({ subjectId: id, partnerId: tenant.id, detail: { website, makes } });
    return { ok: true, id } as const;
  },
});
