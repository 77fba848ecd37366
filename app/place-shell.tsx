import { forbidden } from 'next/navigation';
import type { ReactNode } from 'react';
import { type NavItem, Shell } from '@/components/shell/shell';
import type { UserActor } from '@/lib/auth/actor';
import { type Place, placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { endSession } from './sign-out/actions';

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
  const belongs = places.some(({ name }) => name === place);
  if (!belongs && !guests) forbidden();
  return (
    <Shell
      place={place}
      items={belongs ? items(actor) : []}
      elsewhere={places.filter(({ name }) => name !== place)}
      person={actor.name}
      organization={actor.tenant.name}
      signOut={endSession}
    >
      {children}
    </Shell>
  );
}
