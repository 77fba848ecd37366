import { PublicNotice } from '@/components/shell/public-notice';
import { placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Not your place' };

/** For a person of another place; inside their own place, a role that does not reach has a page of its own. */
export default async function Forbidden() {
  const actor = await currentActor();
  const [place] = actor ? placesOf(actor) : [];
  if (!actor || !place) return null;
  return (
    <PublicNotice
      home={paths.home()}
      title="This is not your place"
      sentences={[
        `You are signed in as ${actor.name} of ${actor.tenant.name}. Your place is the ${place.name}; this page belongs to another one.`,
        'If you have an account for it, sign out there and sign in with that account.',
      ]}
      action={{ href: place.href, label: `Open ${place.name}` }}
    />
  );
}
