import { and, eq, isNull, ne } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { newInvitationToken } from './invitation-token';
import { rotateStandingLinkInput } from './standing-link-input';

/**
 * Puts a new standing link in the place of one, which is dead from that moment; what was granted by it stays granted.
 * Outcome `already_replaced`. Another organization's link is `not_found`, and so is a manufacturer's: support issues those.
 */
export const rotateStandingLink = command({
  allow: 'standing_links:rotate',
  input: rotateStandingLinkInput,
  audit: 'standing_link.replaced',
  async run({ actor, about }, { linkId }) {
    const user = requireUser(actor);
    const own = and(
      eq(standingLinks.id, linkId),
      eq(standingLinks.partnerId, user.tenant.id),
      ne(standingLinks.kind, 'oem'),
    );
    const at = now();
    const [ended] = await db
      .update(standingLinks)
      .set({ endedAt: at })
      .where(and(own, isNull(standingLinks.endedAt)))
      .returning();
    if (!ended) {
      const [found] = await db.select({ id: standingLinks.id }).from(standingLinks).where(own);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: 'already_replaced' } as const;
    }
    const { partnerId, kind, providerId } = ended;
    const id = uuidv7();
    await db.insert(standingLinks).values({
      id,
      partnerId,
      kind,
      providerId,
      code: newInvitationToken(),
      createdBy: user.id,
      createdAt: at,
    });
    about({ subjectId: id, partnerId, detail: { kind, provider: providerId, replaced: linkId } });
    return { ok: true } as const;
  },
});
