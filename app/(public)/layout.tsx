import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/shell/public-frame';
import { buttonClass } from '@/components/ui/button';
import { placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

export default async function PublicLayout({ children }: { children: ReactNode }) {
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
