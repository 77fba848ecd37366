import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, revocations } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { removalText } from '@/lib/consent/plain-text';
import { AppError } from '@/lib/errors';
import { revocationRefused } from './revocation-refused';
import { tellSides } from './tell-revocation';

/**
 * Support takes the announced end of a consent back, with a reason, while its day has not come: the consent stays, and both
 * sides are told. Outcome `not_announced` when nothing is announced any more.
 */
export const takeBackRevocation = command({
  allow: 'consent:revoke',
  input: z.object({ consentId: z.uuid(), reason: removalText }),
  audit: 'consent.revocation_taken_back',
  refused: revocationRefused,
  async run({ actor, about }, { consentId, reason }) {
    const user = requireUser(actor);
    const [back] = await db
      .update(revocations)
      .set({ state: 'taken_back', closedAt: now(), closedBy: user.id, takenBackFor: reason })
      .where(and(eq(revocations.consentId, consentId), eq(revocations.state, 'announced')))
      .returning({ endsAt: revocations.endsAt });
    const [consent] = await db.select().from(consents).where(eq(consents.id, consentId));
    if (!consent) throw new AppError('not_found');
    if (!back) return { ok: false, reason: 'not_announced' } as const;
    await tellSides('consent_kept', consent, back.endsAt);
    const { customerId, partnerId, kind } = consent;
    const detail = { kind, reason, endsAt: back.endsAt.toISOString() };
    about({ subjectId: consentId, customerId, partnerId, detail });
    return { ok: true } as const;
  },
});
