import { clientLabel } from '@/lib/clients/client-label';
import { wordingOf } from './sentences';

/**
 * Where an organisation's id stands, but it is not one. As a viewer: the log of everything, which only the operator's
 * staff may read.
 */
export const nilId = '00000000-0000-0000-0000-000000000000';

interface EventFacts {
  seq: number;
  at: Date;
  action: string;
  actorType: 'user' | 'client' | 'system' | 'anonymous';
  actorName: string;
  tenantId: string | null;
  customerId: string | null;
  partnerId: string | null;
  providerId: string | null;
}

/** What whoever did something is called in the log, by the kind of actor. */
export function actorLabel({ actorType, actorName }: Pick<EventFacts, 'actorType' | 'actorName'>): string {
  if (actorType === 'user') return actorName;
  if (actorType === 'client') return clientLabel(actorName);
  return actorType === 'system' ? 'Countersign' : 'A visitor';
}

/** A name as it is stored for searching. An index entry has room for this much on either engine. */
export const nameKey = (name: string): string => name.toLowerCase().slice(0, 200);

/** The organisations that an event concerns, each once. */
export function organizationsOf(event: EventFacts): string[] {
  const ids = [event.tenantId, event.customerId, event.partnerId, event.providerId];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** In whose logs the event stands: everyone it concerns, and the operator. */
export function entriesOf(event: EventFacts) {
  const actorKey = nameKey(actorLabel(event));
  const step = wordingOf(event.action).step ?? null;
  return [nilId, ...organizationsOf(event)].map((viewerId) => ({
    viewerId,
    seq: event.seq,
    at: event.at,
    action: event.action,
    actorKey,
    step,
  }));
}
