'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { act } from '@/app/act';
import { invitationCookie } from '@/app/invitation-cookie';
import { acceptRequest } from '@/lib/consent/accept-request';
import { acceptStanding } from '@/lib/consent/accept-standing';
import { declineRequest } from '@/lib/consent/decline-request';
import { declineStanding } from '@/lib/consent/decline-standing';
import { forwardRequest } from '@/lib/consent/forward-request';
import { openRequest } from '@/lib/consent/open-request';
import { paths } from '@/lib/paths';
import type { HeldLink } from './held-link';

/** The request with the secret of its link, which only the cookie knows. */
const held = async (requestId: string) => ({
  requestId,
  token: (await cookies()).get(invitationCookie(requestId))?.value ?? '',
});

/** Goes on to what was decided; the page left behind is no longer true and is made anew when somebody goes back to it. */
function showDecision(requestId: string): never {
  revalidatePath(paths.partnerInvitation());
  redirect(paths.invitationDecided(requestId));
}

export async function accept(link: HeldLink, answer: { shown: string; yes: true; dap: boolean }) {
  const result =
    typeof link === 'string'
      ? await act(acceptRequest, { ...answer, ...(await held(link)) })
      : await act(acceptStanding, { ...answer, address: link });
  return result.ok ? showDecision(result.requestId) : result;
}

export async function decline(link: HeldLink, { answerId, reason }: { answerId: string; reason?: string }) {
  const result =
    typeof link === 'string'
      ? await act(declineRequest, { reason, ...(await held(link)) })
      : await act(declineStanding, { reason, answerId, address: link });
  return result.ok || result.reason === 'already_declined' ? showDecision(result.requestId) : result;
}

export async function forward(link: HeldLink, answer: { note?: string }) {
  return act(forwardRequest, { ...answer, link: typeof link === 'string' ? await held(link) : { address: link } });
}

export async function noteOpened(requestId: string): Promise<void> {
  await act(openRequest, await held(requestId));
}
