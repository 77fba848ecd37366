import type { UserActor } from '@/lib/auth/actor';
import type { Asked } from './asked';
import { findAdministrators } from './find-administrators';
import { findAsking } from './find-asking';
import { findForwards } from './find-forwards';
import { invitationFor, isHeld } from './invitation-for';
import { type DeadReason, judgePerson } from './judge';
import { hashShown } from './shown';

export interface DeadLink {
  kind: 'dead';
  why: DeadReason;
  /** Who can send a new one, when the link is one of ours. */
  partnerName: string | null;
  /** A standing link that ended: the partner hands out another. */
  standing: boolean;
  /** A manufacturer's, which support issues and ends. */
  oem: boolean;
  /** When somebody asked for a new one; that can be done once. */
  renewalAskedAt: Date | null;
  /** Who answered and when; only for people of the organization they answered for. */
  decided: { by: string; at: Date } | null;
}

export const unknownLink: DeadLink = {
  kind: 'dead',
  why: 'unknown',
  partnerName: null,
  standing: false,
  oem: false,
  renewalAskedAt: null,
  decided: null,
};

interface Recipient {
  /** Whom the partner wrote to, and until when they can answer; a standing link says neither. */
  organization: string | null;
  expiresAt: Date | null;
}

/** What a person sees of a good link: what to decide, or why they cannot. */
export async function viewOf(asked: Asked, person: UserActor, recipient: Recipient) {
  const verdict = judgePerson(asked.judged, person);
  const about = { partnerName: asked.partner.name, oem: asked.kind === 'oem', ...recipient };
  switch (verdict) {
    case 'own_organization':
    case 'wrong_organization':
      return { kind: verdict, ...about } as const;
    case 'permission_required':
    case 'cloud_account_required': {
      const administrators = (await findAdministrators(asked, person)).map(({ name }) => name);
      const own = (await findForwards(asked.id, person)).find(({ userId }) => userId === person.id);
      return {
        kind: verdict,
        ...about,
        administrators,
        forwarded: own ? { at: own.at, note: own.note } : null,
      } as const;
    }
    case 'ready': {
      if (asked.standing && (await isHeld(asked, person, asked.dap)))
        return { kind: 'already_granted', ...about, providerName: asked.provider?.name ?? null } as const;
      const shown = await invitationFor(asked, person);
      const forwards = await findForwards(asked.id, person);
      const asking = await findAsking(asked, person);
      return { kind: verdict, ...about, shown, hash: hashShown(shown), forwards, asking } as const;
    }
  }
}
