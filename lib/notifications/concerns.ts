import type { PartnerType, UserActor } from '@/lib/auth/actor';
import { allows, type Permission } from '@/lib/auth/policy';
import { kindNames, type NotificationKind } from './kinds';

interface Concern {
  /** What a person must be allowed to do, one of these, so that a kind can concern them. */
  needs: readonly Permission[];
  /** Set where only some types of partner can be concerned. */
  partners?: readonly PartnerType[];
}

/** An indirect reseller has no API. */
const withApi = ['direct', 'indirect_provider', 'oem'] as const;
const indirect = ['indirect_provider', 'indirect_reseller'] as const;

const concerns: Record<NotificationKind, Concern> = {
  request_accepted: { needs: ['requests:send', 'oem_link:mail'] },
  request_declined: { needs: ['requests:send', 'oem_link:mail'] },
  request_expired: { needs: ['requests:send'] },
  request_handled: { needs: ['requests:send'] },
  renewal_asked: { needs: ['requests:send'] },
  request_expiring: { needs: ['requests:send'] },
  upload_finished: { needs: ['devices:register'] },
  dap_removed: { needs: ['requests:send'] },
  request_forwarded: { needs: ['consent:decide'] },
  answer_wanted: { needs: ['consent:decide'] },
  consent_ended: { needs: ['requests:send', 'oem_link:mail', 'consent:decide'] },
  consent_ending: { needs: ['requests:send', 'oem_link:mail', 'consent:decide'] },
  consent_kept: { needs: ['requests:send', 'oem_link:mail', 'consent:decide'] },
  consent_unused: { needs: ['requests:send', 'oem_link:mail', 'consent:decide'] },
  removal_asked: { needs: ['removals:handle'] },
  removal_answered: { needs: ['removals:ask'] },
  oem_link_asked: { needs: ['oem_link:handle'] },
  oem_link_answered: { needs: ['oem_link:ask', 'oem_link:mail'] },
  provider_answered: { needs: ['partner_links:invite', 'partner_links:decide'], partners: indirect },
  partner_link_ended: { needs: ['partner_links:invite', 'partner_links:end'], partners: indirect },
  release_asked: { needs: ['conflicts:answer'] },
  release_due: { needs: ['conflicts:answer'] },
  release_settled: { needs: ['conflicts:answer'] },
  release_answered: { needs: ['conflicts:ask'] },
  conflict_escalated: { needs: ['conflicts:decide'] },
  organization_suspended: { needs: ['suspensions:explain'] },
  client_suspended: { needs: ['api_clients:manage'], partners: withApi },
  viewing_started: { needs: ['consent:decide'] },
  suspension_proposed: { needs: ['suspensions:decide'] },
  suspension_decided: { needs: ['suspensions:propose'] },
  surface_registered: { needs: ['own_devices:read'] },
  surface_taken_back: { needs: ['own_devices:read'] },
  surface_finished: { needs: ['surface:register'] },
  promotion_proposed: { needs: ['promotions:decide'] },
  webhook_failing: { needs: ['webhooks:manage'], partners: withApi },
};

/** The kinds that can concern this person, in the order of the page that switches them. */
export const kindsFor = (person: UserActor): NotificationKind[] =>
  kindNames.filter((kind) => {
    const { needs, partners } = concerns[kind];
    const type = person.tenant.partnerType;
    return needs.some((permission) => allows(person, permission)) && (!partners || (type && partners.includes(type)));
  });
