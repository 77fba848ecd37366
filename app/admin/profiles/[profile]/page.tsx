import { notFound } from 'next/navigation';
import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { edit } from '@/app/profiles/actions';
import { ProfileForm } from '@/components/profiles/profile-form';
import { PageHeader } from '@/components/ui/page-header';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getProfile } from '@/lib/profiles/queries';

export const metadata = { title: 'Profile' };

/** Changes one of an organization's own profiles; a partner's is no page here. */
export default async function ProfilePage({ params }: { params: Promise<{ profile: string }> }) {
  const { number } = await currentFormats();
  const { profile: profileId } = await params;
  const actor = await currentActor();
  const customerId = actor?.tenant.id ?? '';
  const { customer, ...profile } = await load(getProfile, { customerId, profileId }, paths.ownProfile(profileId));
  if (!profile.own || !allows(actor, 'profiles:manage')) notFound();
  return (
    <>
      <PageHeader
        title={profile.name}
        breadcrumb={[{ label: 'Profiles', href: paths.ownProfiles() }]}
        description={
          profile.devices === 0
            ? 'No device has it yet.'
            : `${number(profile.devices)} ${profile.devices === 1 ? 'device has' : 'devices have'} it. What you change counts for each that is set up from then on.`
        }
      />
      <ProfileForm
        customerName={customer.name}
        profile={profile}
        save={edit.bind(null, customerId, profileId)}
        back={paths.ownProfiles()}
      />
    </>
  );
}
