import { eventsWithin } from '@/lib/audit/events-within';
import { later, minutes } from '@/lib/clock';

/** An event is written within this time of what it tells. */
const slack = minutes(2);

/**
 * Whether delegated administration was granted with each of these accepted requests, by request id. Read from the log of
 * what was decided: the consent itself may have changed since, or answer a later request now.
 */
export async function grantedDap(
  partnerId: string,
  accepted: { id: string; decidedAt: Date }[],
): Promise<Map<string, boolean>> {
  const around = accepted.map(({ decidedAt }) => ({ from: decidedAt, to: later(decidedAt, slack) }));
  const granted = await eventsWithin(partnerId, 'consent.granted', around);
  return new Map(granted.map(({ detail }) => [String(detail.requestId), detail.dap === true]));
}
