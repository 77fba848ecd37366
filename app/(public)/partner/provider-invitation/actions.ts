'use server';

import { act } from '@/app/act';
import { heldToken } from '@/app/partner-invitation/held-token';
import { acceptProvider } from '@/lib/partners/accept-provider';
import { declineProvider } from '@/lib/partners/decline-provider';

export async function authorize(link: string, given: { shown: string; yes: true }) {
  return act(acceptProvider, { ...given, token: await heldToken(link) });
}

export async function decline(link: string) {
  return act(declineProvider, { token: await heldToken(link) });
}
