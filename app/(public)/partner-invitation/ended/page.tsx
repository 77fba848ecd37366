import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { heldToken } from '@/app/partner-invitation/held-token';
import { DeadProviderLink } from '@/components/partners/dead-provider-link';
import { findProviderInvitation } from '@/lib/partners/invitation-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'This link has ended' };

interface EndedPageProps {
  searchParams: Promise<{ link?: string | string[] }>;
}

/** Why a link leads nowhere any more; nobody has to sign in to learn that. */
export default async function EndedPage({ searchParams }: EndedPageProps) {
  const token = await heldToken((await searchParams).link);
  const { why, asks } = await load(findProviderInvitation, { token }, paths.providerInvitationEnded());
  if (!why) redirect(paths.providerInvitationLink(token));
  return <DeadProviderLink why={why} asks={asks} />;
}
