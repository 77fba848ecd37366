import { load } from '@/app/load';
import { create } from '@/app/profiles/actions';
import { ProfileForm } from '@/components/profiles/profile-form';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { listProfiles } from '@/lib/profiles/queries';

export const metadata = { title: 'Create a profile' };

export default async function NewProfilePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { customer } = await load(listProfiles, { customerId: id }, paths.newProfile(id));
  return (
    <>
      <PageHeader
        title="Create a profile"
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customer.name, href: paths.customer(id) },
          { label: 'Profiles', href: paths.profiles(id) },
        ]}
        description={`For devices of ${customer.name}. No device has it before you apply it.`}
      />
      <ProfileForm customerName={customer.name} save={create.bind(null, id)} back={paths.profiles(id)} />
    </>
  );
}
