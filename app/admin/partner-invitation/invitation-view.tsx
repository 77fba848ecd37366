import { askForNewLink } from '@/app/(public)/invitation/actions';
import { DeadLinkNotice } from '@/components/consent/dead-link-notice';
import { placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import type { getInvitation } from '@/lib/consent/invitation-queries';
import type { getStanding } from '@/lib/consent/standing-queries';
import { AlreadyGranted } from './already-granted';
import { ConsentPage } from './consent-page';
import type { HeldLink } from './held-link';
import { NoteOpened } from './note-opened';
import { PermissionRequired } from './permission-required';

interface InvitationViewProps {
  view: Awaited<ReturnType<typeof getInvitation> | ReturnType<typeof getStanding>>;
  link: HeldLink;
  here: string;
}

/** What to decide, or why this person cannot. */
export async function InvitationView({ view, link, here }: InvitationViewProps) {
  if (view.kind === 'dead')
    return <DeadLinkNotice link={view} ask={askForNewLink.bind(null, typeof link === 'string' ? link : '')} />;
  const person = await currentActor();
  if (!person) return null;
  return (
    <>
      {view.isNew && typeof link === 'string' && <NoteOpened requestId={link} />}
      {view.kind === 'ready' && <ConsentPage {...view} link={link} here={here} place={placesOf(person)[0].href} />}
      {view.kind === 'already_granted' && <AlreadyGranted {...view} organization={person.tenant.name} />}
      {view.kind !== 'ready' && view.kind !== 'already_granted' && (
        <PermissionRequired view={view} link={link} person={person} here={here} />
      )}
    </>
  );
}
