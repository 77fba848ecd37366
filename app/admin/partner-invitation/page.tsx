import { cookies } from 'next/headers';
import { invitationCookie } from '@/app/invitation-cookie';
import { load } from '@/app/load';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { looksStanding, readStandingAddress } from '@/lib/consent/standing-address';
import { getStanding } from '@/lib/consent/standing-queries';
import { paths } from '@/lib/paths';
import { InvitationView } from './invitation-view';

export const metadata = { title: 'Partner relationship request' };

interface InvitationPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Both sorts of link lead here: a personal one by the request it is for, a standing one by its address. */
export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const search = await searchParams;
  if (looksStanding(search)) {
    const address = readStandingAddress(search)?.address;
    const here = address ? paths.standingInvitation(address) : paths.partnerInvitation();
    const view = await load(getStanding, { address: { ...address } }, here);
    return <InvitationView view={view} link={address ?? ''} here={here} />;
  }
  const requestId = typeof search.request === 'string' ? search.request : '';
  const token = (await cookies()).get(invitationCookie(requestId))?.value ?? '';
  const here = paths.partnerInvitation(requestId);
  const view = await load(getInvitation, { token, requestId }, here);
  return <InvitationView view={view} link={requestId} here={here} />;
}
