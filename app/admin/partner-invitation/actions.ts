'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { act } from '@/app/act';
import { invitationCookie } from '@/app/invitation-cookie';
import { acceptRequest } from '@/lib/consent/accept-request';
import { declineRequest } from '@/lib/consent/decline-request';
import { openRequest } from '@/lib/consent/open-request';
import { paths } from '@/lib/paths';

/** The request with the secret of its link, which only the cookie knows. */
const link = async (requestId: string) => ({
  requestId,
  token: (await cookies()).get(invitationCookie(requestId))?.value ?? '',
});

/** Goes on to what was decided; the page left behind is no longer true and is made anew when somebody goes back to it. */
function showDecision(requestId: string): never {
  revalidatePath(paths.partnerInvitation());
  redirect(paths.invitationDecided(requestId));
}

export async function accept(requestId: string, answer: { shown: string; yes: true; dap: boolean }) {
  const result = await act(acceptRequest, { ...answer, ...(await link(requestId)) });
  return result.ok ? showDecision(requestId) : result;
}

export async function decline(requestId: string, answer: { reason?: string }) {
  const result = await act(declineRequest, { ...answer, ...(await link(requestId)) });
  return result.ok ? showDecision(requestId) : result;
}

export async function noteOpened(requestId: string): Promise<void> {
  await act(openRequest, await link(requestId));
}
