import { SlidersHorizontal } from 'lucide-react';
import { load } from '@/app/load';
import { makeDefault, remove } from '@/app/profiles/actions';
import { LivePage } from '@/components/live/live-page';
import { DeleteProfile } from '@/components/profiles/delete-profile';
import { ProfileTable } from '@/components/profiles/profile-table';
import { ActionButton } from '@/components/ui/action-button';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { listProfiles, type Profile } from '@/lib/profiles/queries';

export const metadata = { title: 'Profiles' };

/** What a partner's profiles for one customer are, which of them new devices get, and how many have each. */
export default async function ProfilesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { customer, profiles } = await load(listProfiles, { customerId: id }, paths.profiles(id));
  const create = (
    <a href={paths.newProfile(id)} className={buttonClass()}>
      Create profile
    </a>
  );
  const actions = (profile: Profile) => (
    <div className="flex flex-wrap gap-2">
      <ActionButton
        label={profile.isDefault ? 'Stop as default' : 'Make default'}
        size="sm"
        run={makeDefault.bind(null, id, profile.isDefault ? null : profile.id)}
        refusals={{}}
      />
      <DeleteProfile profile={profile} run={remove.bind(null, id, profile.id)} />
    </div>
  );
  return (
    <>
      <LivePage topics={['profiles', 'customers']} name="Profiles" />
      <PageHeader
        title="Profiles"
        description={`What the devices of ${customer.name} leave out when they are set up. Devices that you register get the default, unless an upload says otherwise.`}
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customer.name, href: paths.customer(id) },
        ]}
        action={profiles.length > 0 && create}
      />
      <ProfileTable
        profiles={profiles}
        href={(profile) => paths.profile(id, profile.id)}
        actions={actions}
        empty={
          <EmptyState icon={SlidersHorizontal} title="No profiles yet" action={create}>
            A profile spares the person who sets a device up some of the questions. Apply it to devices, to a batch, or
            to all that you register from now on.
          </EmptyState>
        }
      />
    </>
  );
}
