import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { invitationCookie } from '@/app/invitation-cookie';
import { load } from '@/app/load';
import { DeadLinkNotice } from '@/components/consent/dead-link-notice';
import { findInvitation } from '@/lib/consent/invitation-queries';
import { paths } from '@/lib/paths';
import { askForNewLink } from '../actions';

export const metadata = { title: 'This link has ended' };

interface EndedPageProps {
  searchParams: Promise<{ request?: string | string[] }>;
}

/** Why a link leads nowhere any more; nobody has to sign in to learn that. */
export default async function EndedPage({ searchParams }: EndedPageProps) {
  const { request } = await searchParams;
  const requestId = typeof request === 'string' ? request : '';
  const token = (await cookies()).get(invitationCookie(requestId))?.value;
  const found = await load(findInvitation, { token: token ?? '' }, paths.invitationEnded());
  if (found.kind === 'good') redirect(paths.invitation(token ?? ''));
  return <DeadLinkNotice link={found} ask={askForNewLink.bind(null, requestId)} />;
}
