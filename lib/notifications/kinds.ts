import type { PartnerType, UserActor } from '@/lib/auth/actor';
import { allows, type Permission } from '@/lib/auth/policy';

/** What each kind's sentence is made of: names as they were then, and counts. */
export interface NotificationParams {
  request_accepted: { customer: string };
  request_declined: { customer: string };
  request_expired: { recipient: string; organization: string };
  upload_finished: {
    batch: string;
    customer: string;
    state: 'finished' | 'finished_with_errors' | 'failed';
    registered: number;
    unchanged: number;
    rejected: number;
  };
  dap_removed: { customer: string };
  /** `organization` is the other side; `endedBy` is whoever ended it, which may be that side. */
  consent_ended: { organization: string; endedBy: string };
  provider_answered: { reseller: string; provider: string; answer: 'authorized' | 'declined' };
  /** `endedBy` is one of the two organizations. */
  partner_link_ended: { endedBy: string; other: string };
}

export type NotificationKind = keyof NotificationParams;

interface KindFacts {
  /** The switch's name. */
  label: string;
  /** What a person must be allowed to do so that this can concern them. */
  needs: readonly Permission[];
  /** Set where only some types of partner can be concerned. */
  partners?: readonly PartnerType[];
}

const indirect = ['indirect_provider', 'indirect_reseller'] as const;

export const notificationKinds: Record<NotificationKind, KindFacts> = {
  request_accepted: { label: 'A request you sent is accepted', needs: ['requests:send'] },
  request_declined: { label: 'A request you sent is declined', needs: ['requests:send'] },
  request_expired: { label: 'A request you sent expires unanswered', needs: ['requests:send'] },
  upload_finished: { label: 'An upload of yours ends', needs: ['devices:register'] },
  dap_removed: { label: 'A customer removes delegated administration', needs: ['requests:send'] },
  consent_ended: { label: 'A consent ends', needs: ['requests:send', 'consent:decide'] },
  provider_answered: {
    label: 'A reseller answers a provider’s invitation',
    needs: ['partner_links:invite', 'partner_links:decide'],
    partners: indirect,
  },
  partner_link_ended: {
    label: 'A provider and a reseller part',
    needs: ['partner_links:invite', 'partner_links:end'],
    partners: indirect,
  },
};

export const kindNames = Object.keys(notificationKinds) as [NotificationKind, ...NotificationKind[]];

/** The kinds that can concern this person, in the order of the page that switches them. */
export const kindsFor = (person: UserActor): NotificationKind[] =>
  kindNames.filter((kind) => {
    const { needs, partners } = notificationKinds[kind];
    const type = person.tenant.partnerType;
    return needs.some((permission) => allows(person, permission)) && (!partners || (type && partners.includes(type)));
  });
