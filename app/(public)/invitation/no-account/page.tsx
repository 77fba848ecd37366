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
import { AskForm } from './ask-form';

export const metadata = { title: 'No account here' };

interface NoAccountPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the link leads, and the way back to it. Only whoever opened the link learns that. */
async function findLink(search: Awaited<NoAccountPageProps['searchParams']>) {
  if (looksStanding(search)) {
    const address = readStandingAddress(search)?.address ?? {};
    const found = await load(findStanding, { address }, paths.invitationEnded());
    return {
      found,
      requestId: '',
      link: readStandingAddress(search)?.address ?? '',
      back: paths.standingInvitation(address),
    };
  }
  const requestId = typeof search.request === 'string' ? search.request : '';
  const token = (await cookies()).get(invitationCookie(requestId))?.value ?? '';
  const found = await load(findInvitation, { token }, paths.invitationEnded());
  return { found, requestId, link: requestId, back: paths.partnerInvitation(requestId) };
}

/** For a recipient without an account: who asks, that nothing is lost, and what to do now. */
export default async function NoAccountPage({ searchParams }: NoAccountPageProps) {
  const { day } = await currentFormats();
  const { found, requestId, link, back } = await findLink(await searchParams);
  if (found.kind === 'dead') return <DeadLinkNotice link={found} ask={askForNewLink.bind(null, requestId)} />;
  const { partnerName, oem, organization, expiresAt } = found;
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
        <Card title="If you can decide for your organization">
          <p className="mb-4">
            Enter your work address, and we mail you how to go on: you set up your organization here and become its
            first global administrator, or we ask those it has already. Nothing is granted by that.
          </p>
          {oem && (
            <p className="mb-4">
              {partnerName} is a device manufacturer. Its consent takes an administrator who signs in with a name that
              ends with .onmicrosoft.com, so enter such an address.
            </p>
          )}
          <AskForm link={link} />
        </Card>
        <Card title="If somebody else decides">
          <p>
            Only a global administrator can answer; your IT department knows who that is. Pass the{' '}
            {organization ? 'mail with the link' : 'link'} on to that person: it does not depend on who opens it. Until
            somebody answers, {partnerName} may do nothing for you.
          </p>
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
