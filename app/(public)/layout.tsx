import type { ReactNode } from 'react';
import { Notice } from '@/components/shell/notice';
import { PublicFrame } from '@/components/shell/public-frame';
import { buttonClass } from '@/components/ui/button';
import { placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { isClosed } from '@/lib/setup/closed';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  if (await isClosed()) return <NotSetUp />;
  const actor = await currentActor();
  const [place] = actor ? placesOf(actor) : [];
  const action = place && (
    <a href={place.href} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
      Open {place.name}
    </a>
  );
  return (
    <PublicFrame home={paths.home()} action={action}>
      {children}
    </PublicFrame>
  );
}

/** In the place of every page, as long as there is nobody to run the portal. */
const NotSetUp = () => (
  <PublicFrame home={paths.home()}>
    <Notice title="This portal is not set up yet">
      <p>Nothing is open before it has an operator.</p>
      <p>Whoever runs it finds a link to set it up where it was started; every start prints a new one.</p>
    </Notice>
  </PublicFrame>
);
