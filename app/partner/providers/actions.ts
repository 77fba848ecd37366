'use server';

import { act } from '@/app/act';
import { endPartnerLink } from '@/lib/partners/end-partner-link';

export async function endLink(linkId: string) {
  return act(endPartnerLink, { linkId });
}
