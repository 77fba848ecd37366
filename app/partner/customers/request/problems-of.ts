import { limitReached } from '@/lib/consent/daily-limit';
import type { save, send } from './actions';

type Refused = Extract<Awaited<ReturnType<typeof send>> | Awaited<ReturnType<typeof save>>, { ok: false }>;
type Problems = Partial<Record<string, string>>;

/** What stands in the way, at the field it belongs to; `root` is the form as a whole. */
export function problemsOf(answer: Refused): Problems {
  switch (answer.reason) {
    case 'own_organization':
      return { recipientEmail: 'This address belongs to your own organization. Enter one of the customer.' };
    case 'provider_required':
      return { providerId: 'Choose the provider this customer is for.' };
    case 'no_provider':
      return { root: 'Your organization has no provider any more. Accept the invitation of one first.' };
    case 'cannot_send':
      return { root: 'Your organization does not ask customers itself.' };
    case 'daily_limit':
      return { root: limitReached(answer) };
    case 'discarded':
      return { root: 'Somebody discarded this draft meanwhile. Send it once more to make a new request of it.' };
    case 'already_closed':
      return { root: 'Somebody sent or discarded this draft meanwhile. Look it up under Requests.' };
    case 'already_sent':
      return {};
    case 'error':
      return Object.keys(answer.fields).length > 0 ? answer.fields : { root: answer.message };
  }
}
