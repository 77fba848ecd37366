import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { UserActor } from '@/lib/auth/actor';
import { acceptRequest } from '@/lib/consent/accept-request';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { sendRequest } from '@/lib/consent/send-request';
import type { sendRequestInput } from '@/lib/consent/send-request-input';

type RequestInput = z.input<typeof sendRequestInput>;

/** What a form would submit, to somebody whose address belongs to no organization we know unless it is given. */
export const requestInput = (given: Partial<RequestInput> = {}): RequestInput => ({
  requestId: randomUUID(),
  recipientName: 'Ada Lovelace',
  recipientEmail: `${randomUUID()}@nobody.example`,
  organization: 'Contoso',
  dap: false,
  delivery: 'copy',
  ...given,
});

/** A request sent by this person, with the secret of its link. */
export async function newRequest(
  sender: UserActor,
  given: Partial<RequestInput> = {},
): Promise<{ requestId: string; token: string }> {
  const outcome = await sendRequest(sender, requestInput({ ...given, delivery: 'copy' }));
  if (!outcome.ok || !outcome.copy) throw new Error('the request was not sent');
  return { requestId: outcome.requestId, token: outcome.copy.url.split('/').at(-1) ?? '' };
}

/** The hash of what this person is shown now; empty when they are shown something else than the request. */
export async function shownTo(actor: UserActor, link: { requestId: string; token: string }): Promise<string> {
  const view = await getInvitation(actor, link);
  return view.kind === 'ready' ? view.hash : '';
}

/** Says yes as this person would from the page they see now. */
export async function acceptAs(actor: UserActor, link: { requestId: string; token: string }, dap = false) {
  return acceptRequest(actor, { ...link, shown: await shownTo(actor, link), yes: true, dap });
}
