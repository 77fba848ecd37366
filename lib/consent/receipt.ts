import type { ConsentKind } from './names';
import type { Shown } from './shown';

export interface Party {
  id: string;
  name: string;
  domain: string;
  mpnId: string | null;
}

/** Sentences as they stood under one heading of the page. */
export interface ShownText {
  title: string;
  sentences: string[];
}

export type ReceiptEvent = 'granted' | 'changed' | 'ended';

/**
 * What a receipt says, complete in itself: names as they were at that moment, no addresses. Both sides hold the same
 * content, and its hash is taken over all of it.
 */
export interface ReceiptContent {
  receiptId: string;
  consentId: string;
  requestId: string | null;
  event: ReceiptEvent;
  /** ISO 8601 to the millisecond, UTC. */
  at: string;
  by: { id: string; name: string; organization: string; side: 'customer' | 'partner' | 'support' };
  customer: Party;
  partner: Party;
  kind: ConsentKind;
  provider: { before: Party | null; after: Party | null };
  dap: { before: boolean; after: boolean };
  /** Why, where support ended it. */
  reason: string | null;
  /** What was shown to the person before they did it. */
  shown: ShownText[];
  /** `hashShown` of the whole page that was accepted, as the audit event has it. */
  shownHash: string | null;
}

export interface Receipt {
  id: string;
  content: ReceiptContent;
  /** SHA-256 of the content's canonical JSON. */
  hash: string;
}

/** The sentences of a consent page, in the order of the page. */
export function shownText(shown: Pick<Shown, 'grants' | 'limits' | 'access' | 'roles' | 'notes' | 'next' | 'partner'>) {
  const roles = shown.roles.map(({ role, holders, means }) => `${role} for its ${holders}: ${means}`);
  const texts: ShownText[] = [
    { title: `${shown.partner.name} will be able to`, sentences: shown.grants },
    { title: `${shown.partner.name} will not be able to`, sentences: shown.limits },
    { title: 'Notes', sentences: shown.notes },
    { title: 'Administrative access', sentences: [shown.access, ...roles] },
    { title: 'What happens next', sentences: shown.next },
  ];
  return texts.filter(({ sentences }) => sentences.length > 0);
}
