import { limitReached } from '@/lib/consent/daily-limit';
import type { mail } from '../actions';

type Refused = Extract<Awaited<ReturnType<typeof mail>>, { ok: false }>;

/** What stands in the way, at the field it belongs to; `root` is the form as a whole. */
export function problemsOf(answer: Exclude<Refused, { reason: 'already_sent' }>): Partial<Record<string, string>> {
  switch (answer.reason) {
    case 'own_organization':
      return { recipientEmail: 'This address belongs to your own organization. Enter one of the customer.' };
    case 'no_link':
      return { root: 'Support withdrew your link meanwhile. See why under Consent link.' };
    case 'daily_limit':
      return { root: limitReached(answer) };
    case 'error':
      return Object.keys(answer.fields).length > 0 ? answer.fields : { root: answer.message };
  }
}
