import { Notice } from '@/components/shell/notice';
import { PublicFrame } from '@/components/shell/public-frame';
import { buttonClass } from '@/components/ui/button';
import { placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Not your place' };

/** For a person of another place; inside their own place, a role that does not reach has a page of its own. */
export default async function Forbidden() {
  const actor = await currentActor();
  const [place] = actor ? placesOf(actor) : [];
  if (!actor || !place) return null;
  const action = (
    <a href={place.href} className={buttonClass()}>
      Open {place.name}
    </a>
  );
  return (
    <PublicFrame home={paths.home()}>
      <Notice title="This is not your place" action={action}>
        <p>
          You are signed in as {actor.name} of {actor.tenant.name}. Your place is the {place.name}; this page belongs to
          another one.
        </p>
        <p>If you have an account for it, sign out there and sign in with that account.</p>
      </Notice>
    </PublicFrame>
  );
}
