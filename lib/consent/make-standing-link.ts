import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findSender } from './find-sender';
import { newInvitationToken } from './invitation-token';
import { makeStandingLinkInput } from './standing-link-input';

/**
 * Makes the organization's standing link, the first time; an indirect reseller has one per provider. Outcomes:
 * `cannot_send` (a provider; a manufacturer's is issued by support), `no_provider`, and `already_made`.
 */
export const makeStandingLink = command({
  allow: 'standing_links:make',
  input: makeStandingLinkInput,
  audit: 'standing_link.made',
  async run({ actor, about }, { providerId }) {
    const user = requireUser(actor);
    const { kind, providers } = await findSender(user.tenant.id);
    if (!kind) return { ok: false, reason: 'cannot_send' } as const;
    const provider = kind === 'indirect_reseller' ? providers.find(({ id }) => id === providerId) : null;
    if (provider === undefined) return { ok: false, reason: 'no_provider' } as const;
    const id = uuidv7();
    const made = await db
      .insert(standingLinks)
      .values({
        id,
        partnerId: user.tenant.id,
        kind,
        providerId: provider?.id ?? null,
        code: newInvitationToken(),
        createdBy: user.id,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: standingLinks.id });
    if (made.length === 0) return { ok: false, reason: 'already_made' } as const;
    about({ subjectId: id, partnerId: user.tenant.id, detail: { kind, provider: provider?.id ?? null } });
    return { ok: true } as const;
  },
});
