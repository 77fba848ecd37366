import type { ConsentKind } from '@/lib/consent/names';

/** '' is absent. */
interface Identifiers {
  serialNumber: string;
  productKey: string;
}

interface Customer {
  id: string;
  name: string;
  domain: string;
}

/**
 * What each event carries; names as they were then. Public: fields are added, never changed or taken away. No event holds more
 * than the partner may read in the portal.
 */
export interface EventContent {
  'consent.accepted': {
    consentId: string;
    requestId: string;
    kind: ConsentKind;
    delegatedAdministration: boolean;
    customer: Customer;
  };
  /** There is no relationship: a name, and the request that says the rest. */
  'consent.declined': { requestId: string; customer: { name: string } };
  'consent.ended': {
    consentId: string;
    kind: ConsentKind;
    endedBy: 'customer' | 'partner' | 'support';
    customer: Customer;
  };
  'upload.finished': {
    uploadId: string;
    customerId: string;
    batch: string;
    state: 'finished' | 'finished_with_errors' | 'failed' | 'canceled';
    registered: number;
    unchanged: number;
    rejected: number;
  };
  /** What an upload registered, told once at its end. */
  'devices.registered': { uploadId: string; customerId: string; batch: string; count: number };
  /** `uploadId` where an upload was undone; otherwise the first 40 of the devices. */
  'devices.deregistered': { customerId: string; count: number; uploadId?: string; devices?: Identifiers[] };
  /** The device as the own side submitted or registered it. */
  'conflict.changed': {
    conflictId: string;
    side: 'asker' | 'holder';
    state: 'asked' | 'escalated' | 'released' | 'rejected' | 'withdrawn' | 'closed';
    customerId: string;
    device: Identifiers & { manufacturer: string; model: string };
  };
  'webhook.test': { message: string };
}

export type EventType = keyof EventContent;

/** What an endpoint can ask to be told of, with a sentence each; a test comes because somebody asked for it. */
export const subscribable: Record<Exclude<EventType, 'webhook.test'>, string> = {
  'consent.accepted': 'A customer accepted a request of yours, or gave you more than it had.',
  'consent.declined': 'A customer declined a request of yours.',
  'consent.ended': 'A consent ended, whoever ended it.',
  'upload.finished': 'An upload ended: finished, failed or canceled, with its counts.',
  'devices.registered': 'An upload registered devices; told once at its end.',
  'devices.deregistered': 'Devices were deregistered, by you or because a conflict was settled.',
  'conflict.changed': 'A device conflict that you are a side of went on.',
};

export type Subscription = keyof typeof subscribable;

export const subscriptions = Object.keys(subscribable) as [Subscription, ...Subscription[]];
