import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { db } from '@/db';
import { requestForwards } from '@/db/schema';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { env } from '@/lib/env';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import type { Asked } from './asked';
import { findAdministrators } from './find-administrators';
import { forwardMail } from './forward-mail';
import { forwardRequestInput } from './forward-request-input';
import { type DeadReason, deadReason, judgePerson } from './judge';
import { heldInvitation } from './load-invitation';
import { loadStanding } from './load-standing';

type Link = z.output<typeof forwardRequestInput>['link'];

/** What the link leads to, and where its administrators open it: no secret goes along, the forward itself lets them in. */
async function held(
  user: UserActor,
  link: Link,
): Promise<{ asked: Asked; why: DeadReason | null; path: string; expiresAt: Date | null } | null> {
  if ('address' in link) {
    const asked = await loadStanding(link.address);
    return asked && { asked, why: asked.dead, path: paths.standingInvitation(link.address), expiresAt: null };
  }
  const asked = await heldInvitation(user, link);
  if (!asked) return null;
  const path = paths.partnerInvitation(asked.id);
  return { asked, why: deadReason(asked.judged, now()), path, expiresAt: asked.request.expiresAt };
}

/**
 * Passes a request on to the global administrators of the person's organization, who are told in the portal and by mail; once
 * per person and link. Outcomes: `dead` with why, `own_organization`, `wrong_organization`, `not_needed` where the person can
 * answer, `no_administrator`, and `already_forwarded` with when.
 */
export const forwardRequest = command({
  allow: 'invitation:forward',
  input: forwardRequestInput,
  audit: 'consent_request.forwarded',
  async run({ actor, about }, { link, note }) {
    const user = requireUser(actor);
    const found = await held(user, link);
    if (!found || found.why) return { ok: false, reason: 'dead', why: found?.why ?? 'unknown' } as const;
    const { asked, path, expiresAt } = found;
    const verdict = judgePerson(asked.judged, user);
    if (verdict === 'ready') return { ok: false, reason: 'not_needed' } as const;
    if (verdict === 'own_organization' || verdict === 'wrong_organization')
      return { ok: false, reason: verdict } as const;
    const administrators = await findAdministrators(asked, user);
    if (administrators.length === 0) return { ok: false, reason: 'no_administrator' } as const;

    const at = now();
    const forwarded = await db
      .insert(requestForwards)
      .values({ id: uuidv7(), subjectId: asked.id, tenantId: user.tenant.id, userId: user.id, note, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: requestForwards.id });
    if (forwarded.length === 0) return alreadyForwarded(asked.id, user, at);
    const partner = asked.partner.name;
    await notify({
      kind: 'request_forwarded',
      to: { userIds: administrators.map(({ id }) => id) },
      params: { person: user.name, partner },
      path,
      mail: forwardMail({ person: user, partner: asked.partner, note, expiresAt, url: `${env.APP_ORIGIN}${path}` }),
    });
    about({
      subjectId: asked.id,
      customerId: user.tenant.id,
      detail: { partner, administrators: administrators.length },
    });
    return { ok: true, at } as const;
  },
});

async function alreadyForwarded(subjectId: string, user: UserActor, at: Date) {
  const [first] = await db
    .select({ at: requestForwards.createdAt })
    .from(requestForwards)
    .where(and(eq(requestForwards.subjectId, subjectId), eq(requestForwards.userId, user.id)));
  return { ok: false, reason: 'already_forwarded', at: first?.at ?? at } as const;
}
