import type { UserActor } from '@/lib/auth/actor';
import { allows, type Permission } from '@/lib/auth/policy';

/** What a page can be about, and who may know that it changed. */
const permissions = {
  customers: 'customers:read',
  requests: 'requests:read',
  uploads: 'devices:read',
  relationships: 'relationships:read',
  partnerships: 'partner_links:read',
  removals: 'removals:handle',
  oem_link: 'oem_link:read',
  oem_link_queue: 'oem_link:handle',
  application_queue: 'applications:handle',
  profiles: 'profiles:read',
  conflicts: 'conflicts:read',
  conflict_queue: 'conflicts:decide',
  surface: 'surface:register',
  webhooks: 'webhooks:read',
  suspensions: 'suspensions:read',
  // Whether the person's own organization is suspended, and what it is called.
  organization: 'suspensions:explain',
  people: 'members:manage',
  notifications: 'notifications:read',
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof permissions;

export const everyTopic = Object.keys(permissions) as Topic[];

/** By what the action of an audit event begins with; an action that is not listed changes no page while somebody looks. */
const pages: Record<string, Topic[]> = {
  'consent.': ['customers', 'requests', 'relationships'],
  // Either may close what a customer asked of support.
  'consent.ended': ['removals'],
  'consent.revo': ['removals'],
  'removal.': ['relationships', 'removals'],
  'consent_request.': ['requests', 'relationships'],
  'standing_link.': ['requests'],
  'oem_link.': ['oem_link', 'oem_link_queue'],
  'partner_application.': ['application_queue'],
  'name_change.': ['application_queue', 'organization'],
  'partner_link.': ['customers', 'partnerships'],
  'provider_invitation.': ['partnerships'],
  'conflict.': ['conflicts', 'conflict_queue'],
  // Either may have deregistered a device.
  'conflict.released': ['uploads'],
  'conflict.closed': ['uploads'],
  'surface.': ['surface'],
  'upload.': ['uploads'],
  // The operator's own.
  'upload.finished': ['surface'],
  'upload.failed': ['surface'],
  'devices.deregistered': ['surface'],
  'devices.removed': ['uploads'],
  'devices.tagged': ['uploads'],
  'devices.moved': ['uploads'],
  'devices.profiled': ['uploads', 'profiles'],
  'devices.batch_profiled': ['uploads', 'profiles'],
  'batch.': ['uploads'],
  'profile.': ['profiles'],
  'devices.repaired': ['uploads'],
  'webhook.': ['webhooks'],
  'suspension.': ['suspensions', 'organization'],
  'member.': ['people'],
};

/** Happen often and tell nobody anything. Whatever else happens may have told somebody, so that no kind can be forgotten. */
const quiet = [
  'session.',
  'setup.',
  'mail.',
  'devices.',
  'profile.',
  'batch.',
  'webhook.attempted',
  'partner_application.submitted',
  'partner_application.received',
  'upload.opened',
  'upload.dropped',
  'upload.checked',
  'consent_request.opened',
];

/** Concern nobody but the person who did it. */
const personal = ['notification.', 'notification_preferences.'];

/** The topics that an audit event of this action touches; `own` when the person it is asked for did it. */
export function topicsOf(action: string, own: boolean): Topic[] {
  const begins = (start: string) => action.startsWith(start);
  const touched = Object.entries(pages).flatMap(([start, topics]) => (begins(start) ? topics : []));
  const tells = personal.some(begins) ? own : !quiet.some(begins);
  return tells ? [...touched, 'notifications'] : touched;
}

/** What others ask of support. */
const asked: Topic[] = ['removals', 'conflict_queue', 'oem_link_queue', 'application_queue', 'suspensions'];

/** The topics that an event between other organizations touches for support: what they ask of it. */
export function supportTopicsOf(action: string): Topic[] {
  const touched = topicsOf(action, false).filter((topic) => asked.includes(topic));
  return touched.length > 0 ? [...touched, 'notifications'] : [];
}

/** Of these topics, the ones this person may know of. */
export function visibleTopics(person: UserActor, topics: Iterable<Topic>): Topic[] {
  return [...new Set(topics)].filter((topic) => allows(person, permissions[topic]));
}
