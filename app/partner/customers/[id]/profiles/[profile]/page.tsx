import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { edit } from '@/app/profiles/actions';
import { ProfileForm } from '@/components/profiles/profile-form';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { getProfile } from '@/lib/profiles/queries';

export const metadata = { title: 'Profile' };

export default async function ProfilePage({ params }: { params: Promise<{ id: string; profile: string }> }) {
  const { number } = await currentFormats();
  const { id, profile: profileId } = await params;
  const asked = { customerId: id, profileId };
  const { customer, ...profile } = await load(getProfile, asked, paths.profile(id, profileId));
  const { devices } = profile;
  return (
    <>
      <PageHeader
        title={profile.name}
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customer.name, href: paths.customer(id) },
          { label: 'Profiles', href: paths.profiles(id) },
        ]}
        description={
          devices === 0
            ? 'No device has it yet.'
            : `${number(devices)} ${devices === 1 ? 'device has' : 'devices have'} it. What you change counts for each that is set up from then on.`
        }
      />
      <ProfileForm
        customerName={customer.name}
        profile={profile}
        save={edit.bind(null, id, profileId)}
        back={paths.profiles(id)}
      />
    </>
  );
}
