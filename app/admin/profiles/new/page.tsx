import { load } from '@/app/load';
import { create } from '@/app/profiles/actions';
import { ProfileForm } from '@/components/profiles/profile-form';
import { PageHeader } from '@/components/ui/page-header';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { profileChoices } from '@/lib/profiles/queries';

export const metadata = { title: 'Create a profile' };

export default async function NewProfilePage() {
  const actor = await currentActor();
  const customerId = actor?.tenant.id ?? '';
  await load(profileChoices, { customerId }, paths.newOwnProfile());
  return (
    <>
      <PageHeader
        title="Create a profile"
        breadcrumb={[{ label: 'Profiles', href: paths.ownProfiles() }]}
        description="No device has it before you apply it. Partners do not see it."
      />
      <ProfileForm
        customerName={actor?.tenant.name ?? ''}
        save={create.bind(null, customerId)}
        back={paths.ownProfiles()}
      />
    </>
  );
}
