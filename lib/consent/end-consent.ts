import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { settleEnding } from './settle-ending';

/**
 * Ends a consent at once, from either side; what was registered stays registered (DESIGN §3, rule 5). Outcome
 * `support_ends_it` where a customer would withdraw an OEM's consent, which it cannot do alone (rule 4), and
 * `already_ended`. Another organization's consent is `not_found`.
 */
export const endConsent = command({
  allow: 'consent:end',
  input: z.object({ consentId: z.uuid() }),
  audit: 'consent.ended',
  async run({ actor, about }, { consentId }) {
    const who = requireTenant(actor);
    const own = who.tenant.id;
    const mine = and(eq(consents.id, consentId), or(eq(consents.customerId, own), eq(consents.partnerId, own)));
    const mayEnd = or(eq(consents.partnerId, own), ne(consents.kind, 'oem'));
    const [ended] = await db
      .update(consents)
      .set({ revokedAt: now(), revokedBy: who.type === 'user' ? who.id : null })
      .where(and(mine, mayEnd, isNull(consents.revokedAt)))
      .returning();
    if (!ended) {
      const [found] = await db.select({ revokedAt: consents.revokedAt }).from(consents).where(mine);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: found.revokedAt ? 'already_ended' : 'support_ends_it' } as const;
    }
    const { customerId, partnerId, providerId, kind, dap } = ended;
    const receipt = await settleEnding(who, ended, { as: customerId === own ? 'customer' : 'partner' });
    about({
      subjectId: consentId,
      customerId,
      partnerId,
      providerId,
      detail: { kind, dap, receipt: receipt.id, receiptHash: receipt.hash },
    });
    return { ok: true } as const;
  },
});
