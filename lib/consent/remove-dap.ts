import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

/**
 * Takes the delegated admin privileges off a customer's consent and leaves the rest of it as it is. Outcome `not_granted`
 * where there are none; another customer's consent and an ended one are `not_found`.
 */
export const removeDap = command({
  allow: 'consent:remove_dap',
  input: z.object({ consentId: z.uuid() }),
  audit: 'consent.dap_removed',
  async run({ actor, about }, { consentId }) {
    const user = requireUser(actor);
    const mine = and(eq(consents.id, consentId), eq(consents.customerId, user.tenant.id), isNull(consents.revokedAt));
    const [changed] = await db
      .update(consents)
      .set({ dap: false })
      .where(and(mine, eq(consents.dap, true)))
      .returning({ partnerId: consents.partnerId, kind: consents.kind });
    if (!changed) {
      const [found] = await db.select({ id: consents.id }).from(consents).where(mine);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: 'not_granted' } as const;
    }
    await notify({
      kind: 'dap_removed',
      to: { tenantId: changed.partnerId },
      params: { customer: user.tenant.name },
      path: paths.customer(user.tenant.id),
    });
    about({
      subjectId: consentId,
      customerId: user.tenant.id,
      partnerId: changed.partnerId,
      detail: { kind: changed.kind },
    });
    return { ok: true } as const;
  },
});
