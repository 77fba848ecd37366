'use server';

import { cookies } from 'next/headers';
import { act } from '@/app/act';
import { invitationCookie } from '@/app/invitation-cookie';
import { askForRenewal } from '@/lib/consent/ask-for-renewal';

/** Has the partner told that a new link is wanted, as whoever holds the dead one. */
export async function askForNewLink(requestId: string) {
  const token = (await cookies()).get(invitationCookie(requestId))?.value ?? '';
  return act(askForRenewal, { requestId, token });
}
