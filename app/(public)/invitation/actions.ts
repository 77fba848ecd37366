'use server';

import { cookies } from 'next/headers';
import type { z } from 'zod';
import { act } from '@/app/act';
import type { HeldLink } from '@/app/admin/partner-invitation/held-link';
import { invitationCookie } from '@/app/invitation-cookie';
import { currentSender } from '@/lib/auth/session';
import { askForRenewal } from '@/lib/consent/ask-for-renewal';
import { askSignUp } from '@/lib/signups/ask-sign-up';
import type { signUpAnswer } from '@/lib/signups/sign-up-input';

/** The request with the secret of its link, which only the cookie knows. */
const held = async (requestId: string) => ({
  requestId,
  token: (await cookies()).get(invitationCookie(requestId))?.value ?? '',
});

/** Has the partner told that a new link is wanted, as whoever holds the dead one. */
export async function askForNewLink(requestId: string) {
  return act(askForRenewal, await held(requestId));
}

/** Has whoever holds the link mailed a way in. */
export async function askForWayIn(link: HeldLink, input: z.input<typeof signUpAnswer>) {
  const from = await currentSender();
  return act(askSignUp, { ...input, from, link: typeof link === 'string' ? await held(link) : { address: link } });
}
