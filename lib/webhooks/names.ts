import type { DeliveryFault } from './post-event';
import type { Health } from './queries';

export const healthNames: Record<Health, string> = {
  working: 'Enabled',
  failing: 'Failing',
  disabled: 'Disabled',
  given_up: 'Disabled for failing',
};

/** Why an attempt came to nothing, in a sentence for who can mend it. */
const faults: Record<Exclude<DeliveryFault, 'status'>, string> = {
  blocked: 'The URL leads to an address that is not on the public internet, so nothing was sent.',
  unresolved: 'Nobody knows where the URL’s host is.',
  unreachable: 'The connection failed.',
  untrusted: 'The certificate cannot be trusted, or no TLS is spoken there.',
  timeout: 'There was no answer within 10 seconds.',
  unsealed: 'Our copy of the secret cannot be read any more. Make a new secret.',
  disabled: 'The webhook was disabled or removed before it was sent.',
};

/** What came of the last attempt; null when there was none. */
export function outcomeOf({ lastFault, lastStatus }: { lastFault: DeliveryFault | null; lastStatus: number | null }) {
  if (lastFault === null) return lastStatus === null ? null : `Answered with ${lastStatus}.`;
  return lastFault === 'status' ? `Answered with ${lastStatus}, which is not a yes (2xx).` : faults[lastFault];
}
