'use server';

import { act } from '@/app/act';
import { cancelInvitation } from '@/lib/partners/cancel-invitation';
import { endPartnerLink } from '@/lib/partners/end-partner-link';

export async function endLink(linkId: string) {
  return act(endPartnerLink, { linkId });
}

export async function cancel(invitationId: string) {
  return act(cancelInvitation, { invitationId });
}
