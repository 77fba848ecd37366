import { cookies } from 'next/headers';
import { askForNewLink } from '@/app/(public)/invitation/actions';
import { invitationCookie } from '@/app/invitation-cookie';
import { load } from '@/app/load';
import { DeadLinkNotice } from '@/components/consent/dead-link-notice';
import { currentActor } from '@/lib/auth/session';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { paths } from '@/lib/paths';
import { ConsentPage } from './consent-page';
import { NoteOpened } from './note-opened';
import { PermissionRequired } from './permission-required';

export const metadata = { title: 'Partner relationship request' };

interface InvitationPageProps {
  searchParams: Promise<{ request?: string | string[] }>;
}

export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const { request } = await searchParams;
  const requestId = typeof request === 'string' ? request : '';
  const token = (await cookies()).get(invitationCookie(requestId))?.value ?? '';
  const here = paths.partnerInvitation(requestId);
  const view = await load(getInvitation, { token, requestId }, here);
  switch (view.kind) {
    case 'dead':
      return <DeadLinkNotice link={view} ask={askForNewLink.bind(null, requestId)} />;
    case 'ready':
      return (
        <>
          {view.isNew && <NoteOpened requestId={requestId} />}
          <ConsentPage shown={view.shown} hash={view.hash} expiresAt={view.expiresAt} />
        </>
      );
    default: {
      const person = await currentActor();
      return (
        <>
          {'isNew' in view && view.isNew && <NoteOpened requestId={requestId} />}
          {person && <PermissionRequired view={view} person={person} here={here} />}
        </>
      );
    }
  }
}
