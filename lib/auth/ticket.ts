import { z } from 'zod';
import { later, now } from '@/lib/clock';
import { seal, unseal } from './seal';

/** What a ticket is for: one for something else opens nothing. */
export type TicketPurpose = 'second_step' | 'totp_offer' | 'passkey_sign_in' | 'passkey_new';

const dated = z.object({ until: z.number() });

/**
 * What we hand to a browser in the middle of a flow and want back unchanged and in time, without keeping it: sealed, so that
 * nobody reads or makes one (docs/decisions/0012). `lifetime` in milliseconds. What may happen once only is for `spend`.
 */
export function issueTicket(purpose: TicketPurpose, content: Record<string, unknown>, lifetime: number): string {
  const until = later(now(), lifetime).getTime();
  return seal(JSON.stringify({ ...content, until }), { purpose: `ticket ${purpose}`, boundTo: purpose });
}

/** What is in a ticket, and when it runs out; null for one that ran out, is for something else, or was never ours. */
export function readTicket<Content extends z.ZodRawShape>(
  purpose: TicketPurpose,
  ticket: string,
  schema: z.ZodObject<Content>,
): (z.output<z.ZodObject<Content>> & { until: Date }) | null {
  const text = unseal(ticket, { purpose: `ticket ${purpose}`, boundTo: purpose });
  if (text === null) return null;
  const content: unknown = JSON.parse(text);
  const until = new Date(dated.parse(content).until);
  return until <= now() ? null : { ...schema.parse(content), until };
}
