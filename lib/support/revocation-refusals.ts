import type { announceRevocation } from './announce-revocation';
import type { revokeConsent } from './revoke-consent';

type Refusal = Extract<Awaited<ReturnType<typeof announceRevocation | typeof revokeConsent>>, { ok: false }>['reason'];

/** Why support could not end a consent, in words. */
export const revocationRefusals: Record<Refusal, string> = {
  taken: 'A colleague is looking at the customer’s request to remove it. Only they can decide it now.',
  already_ended: 'The consent has ended already. Reload the page.',
  already_announced: 'Its end is announced already. Reload the page, or take that back first.',
  customer_ends_it: 'This is not the consent of an OEM: its customer or the partner ends it.',
};
