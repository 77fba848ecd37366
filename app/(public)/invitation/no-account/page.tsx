import { cookies } from 'next/headers';
import { currentFormats } from '@/app/current-formats';
import { invitationCookie } from '@/app/invitation-cookie';
import { load } from '@/app/load';
import { DeadLinkNotice } from '@/components/consent/dead-link-notice';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { findInvitation } from '@/lib/consent/invitation-queries';
import { looksStanding, readStandingAddress } from '@/lib/consent/standing-address';
import { findStanding } from '@/lib/consent/standing-queries';
import { paths } from '@/lib/paths';
import { askForNewLink } from '../actions';

export const metadata = { title: 'No account here' };

interface NoAccountPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the link leads, and the way back to it. Only whoever opened the link learns that. */
async function findLink(search: Awaited<NoAccountPageProps['searchParams']>) {
  if (looksStanding(search)) {
    const address = readStandingAddress(search)?.address ?? {};
    const found = await load(findStanding, { address }, paths.invitationEnded());
    return { found, requestId: '', back: paths.standingInvitation(address) };
  }
  const requestId = typeof search.request === 'string' ? search.request : '';
  const token = (await cookies()).get(invitationCookie(requestId))?.value ?? '';
  const found = await load(findInvitation, { token }, paths.invitationEnded());
  return { found, requestId, back: paths.partnerInvitation(requestId) };
}

/** For a recipient without an account: who asks, that nothing is lost, and what to do now. */
export default async function NoAccountPage({ searchParams }: NoAccountPageProps) {
  const { day } = await currentFormats();
  const { found, requestId, back } = await findLink(await searchParams);
  if (found.kind === 'dead') return <DeadLinkNotice link={found} ask={askForNewLink.bind(null, requestId)} />;
  const { partnerName, organization, expiresAt } = found;
  const yours = organization ?? 'your organization';
  return (
    <div className="mx-auto max-w-2xl wrap-anywhere">
      <PageHeader
        title="You have no account here"
        description={`${partnerName} asks ${yours} for a partner relationship. Nothing is lost: the link works ${
          expiresAt ? `until ${day(expiresAt)}` : `as long as ${partnerName} uses it`
        }, and nothing was decided.`}
      />
      <div className="grid gap-4">
        <Card title="What to do now">
          <ol className="ml-5 grid list-decimal gap-3">
            <li>
              Find out who is global administrator of {yours}; your IT department knows. Only a global administrator can
              answer.
            </li>
            <li>
              Pass the {organization ? 'mail with the link' : 'link'} on to that person. The link does not depend on who
              opens it.
            </li>
            <li>
              If nobody of {yours} has an account here, tell {partnerName} so. Until somebody answers, {partnerName} may
              do nothing for you.
            </li>
          </ol>
        </Card>
        <div>
          <a href={paths.signIn(back)} className={buttonClass({ variant: 'secondary' })}>
            I have an account: sign in
          </a>
        </div>
      </div>
    </div>
  );
}
