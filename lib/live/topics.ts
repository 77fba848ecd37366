import type { UserActor } from '@/lib/auth/actor';
import { allows, type Permission } from '@/lib/auth/policy';

/** What a page can be about, and who may know that it changed. */
const permissions = {
  customers: 'customers:read',
  requests: 'requests:read',
  uploads: 'devices:read',
  relationships: 'relationships:read',
  notifications: 'notifications:read',
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof permissions;

export const everyTopic = Object.keys(permissions) as Topic[];

/** By what the action of an audit event begins with. What is not listed changes no page while somebody looks at it. */
const touched: Record<string, Topic[]> = {
  'consent.': ['customers', 'requests', 'relationships', 'notifications'],
  'consent_request.': ['requests', 'relationships', 'notifications'],
  'partner_link.': ['customers'],
  'upload.received': ['uploads'],
  'upload.started': ['uploads'],
  'upload.finished': ['uploads', 'notifications'],
  'upload.failed': ['uploads', 'notifications'],
  'upload.canceled': ['uploads', 'notifications'],
  'upload.undone': ['uploads', 'notifications'],
};

/** Concern nobody but the person who did it. */
const personal: Record<string, Topic[]> = { 'notification.': ['notifications'] };

/** The topics that an audit event of this action touches; `own` when the person it is asked for did it. */
export function topicsOf(action: string, own: boolean): Topic[] {
  const listed = own ? { ...touched, ...personal } : touched;
  return Object.entries(listed).flatMap(([start, topics]) => (action.startsWith(start) ? topics : []));
}

/** Of these topics, the ones this person may know of. */
export function visibleTopics(person: UserActor, topics: Iterable<Topic>): Topic[] {
  return [...new Set(topics)].filter((topic) => allows(person, permissions[topic]));
}
