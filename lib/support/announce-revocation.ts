import { and, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { enqueue } from '@/lib/jobs/enqueue';
import { heldByColleague, openRemoval } from './open-removal';
import { announceInput } from './revocation-input';
import { revocationRefused } from './revocation-refused';
import { tellSides } from './tell-revocation';
import { whyNotRevoked } from './why-not-revoked';
import { writeRevocation } from './write-revocation';

/**
 * Support announces that a manufacturer's consent ends in so many days, which both sides are told at once; a job ends it then.
 * Outcomes as of `revokeConsent`, and `already_announced`.
 */
export const announceRevocation = command({
  allow: 'consent:revoke',
  input: announceInput,
  audit: 'consent.revocation_announced',
  refused: revocationRefused,
  async run({ actor, about }, { consentId, noticeDays, ...order }) {
    const user = requireUser(actor);
    // An update that changes nothing holds the row: whoever would end the consent meanwhile waits.
    const [consent] = await db
      .update(consents)
      .set({ dap: sql`${consents.dap}` })
      .where(and(eq(consents.id, consentId), eq(consents.kind, 'oem'), isNull(consents.revokedAt)))
      .returning();
    if (!consent) return whyNotRevoked(consentId);
    const removal = await openRemoval(consentId);
    const colleague = heldByColleague(removal, user);
    if (colleague) return { ok: false, reason: 'taken', by: colleague } as const;
    const endsAt = later(now(), days(noticeDays));
    const revocationId = await writeRevocation(consent, { ...order, by: user, removal, state: 'announced', endsAt });
    if (!revocationId) return { ok: false, reason: 'already_announced' } as const;
    await enqueue('consent.revoke', { revocationId }, endsAt);
    await tellSides('consent_ending', consent, endsAt);
    const { customerId, partnerId, kind } = consent;
    const detail = { kind, reason: order.reason, endsAt: endsAt.toISOString() };
    about({ subjectId: consentId, customerId, partnerId, detail });
    return { ok: true, revocationId, endsAt } as const;
  },
});
