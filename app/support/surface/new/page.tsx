import { forbidden, redirect } from 'next/navigation';
import { uuidv7 } from 'uuidv7';
import { PageHeader } from '@/components/ui/page-header';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { SurfaceForm } from './surface-form';

export const metadata = { title: 'Register Surface devices' };

/** The form by which support registers a customer's Surface devices; the command behind it decides who may. */
export default async function NewSurfacePage() {
  const actor = await currentActor();
  if (!actor) redirect(paths.signIn(paths.newSurfaceRegistration()));
  if (!allows(actor, 'surface:register')) forbidden();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Register Surface devices"
        breadcrumb={[{ label: 'Surface devices', href: paths.surfaceRegistrations() }]}
        description="For a customer whose administrator asked for it. The customer’s administrators are told, and no partner sees these devices."
      />
      <SurfaceForm id={uuidv7()} />
    </div>
  );
}
