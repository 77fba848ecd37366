import { forbidden } from 'next/navigation';
import type { ReactNode } from 'react';
import { LivePage } from '@/components/live/live-page';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Bell } from '@/components/notifications/bell';
import { type NavItem, Shell } from '@/components/shell/shell';
import type { UserActor } from '@/lib/auth/actor';
import { type Place, placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { kindsFor } from '@/lib/notifications/concerns';
import { countUnread } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { markNotificationRead } from './notifications/actions';
import { endSession } from './sign-out/actions';
import { SuspendedBanner } from './suspended-banner';

interface PlaceShellProps {
  place: Place['name'];
  items: (actor: UserActor) => NavItem[];
  /** People who belong elsewhere may come in, to be told by the page what it is and who can use it. */
  guests?: boolean;
  children: ReactNode;
}

/**
 * The shell of one of the three places. It protects nothing, each page's query does: a visitor gets the bare page, which
 * sends them to sign-in and back; a person who belongs elsewhere is told where.
 */
export async function PlaceShell({ place, items, guests = false, children }: PlaceShellProps) {
  const actor = await currentActor();
  if (!actor) return children;
  const places = placesOf(actor);
  const here = places.find(({ name }) => name === place);
  if (!here && !guests) forbidden();
  return (
    <Shell
      place={place}
      items={here ? items(actor) : []}
      elsewhere={places.filter(({ name }) => name !== place)}
      person={actor.name}
      organization={actor.tenant.name}
      account={paths.account((here ?? places[0]).href)}
      tools={actor.viewer ? null : <LiveTools actor={actor} place={(here ?? places[0]).href} />}
      signOut={endSession}
    >
      {actor.tenant.kind === 'partner' && <LivePage topics={['organization']} name={actor.tenant.name} />}
      {actor.tenant.suspendedAt && <SuspendedBanner actor={actor} />}
      {children}
    </Shell>
  );
}

/** What keeps an open page up to date, and the bell of whoever can be told something. */
async function LiveTools({ actor, place }: { actor: UserActor; place: string }) {
  const concerned = kindsFor(actor).length > 0;
  return (
    <>
      <LiveRefresh stream={paths.events()} missed={paths.missedEvents()} />
      {concerned && (
        <Bell
          unread={await countUnread(actor, {})}
          source={paths.notificationsApi()}
          page={paths.notifications(place)}
          markRead={markNotificationRead}
        />
      )}
    </>
  );
}
