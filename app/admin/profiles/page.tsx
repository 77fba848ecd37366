import { SlidersHorizontal } from 'lucide-react';
import { load } from '@/app/load';
import { remove } from '@/app/profiles/actions';
import { LivePage } from '@/components/live/live-page';
import { DeleteProfile } from '@/components/profiles/delete-profile';
import { ProfileTable } from '@/components/profiles/profile-table';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { listProfiles, type Profile } from '@/lib/profiles/queries';

export const metadata = { title: 'Profiles' };

/** All profiles of an organization's devices: its own, and those its partners made. */
export default async function ProfilesPage() {
  const actor = await currentActor();
  const customerId = actor?.tenant.id ?? '';
  const { customer, profiles } = await load(listProfiles, { customerId }, paths.ownProfiles());
  const mayManage = allows(actor, 'profiles:manage');
  const create = mayManage && (
    <a href={paths.newOwnProfile()} className={buttonClass()}>
      Create profile
    </a>
  );
  const actions = (profile: Profile) =>
    profile.own ? (
      <DeleteProfile profile={profile} run={remove.bind(null, customerId, profile.id)} />
    ) : (
      <span className="text-sm text-muted">Only {profile.makerName} changes it</span>
    );
  return (
    <>
      <LivePage topics={['profiles']} name="Profiles" />
      <PageHeader
        title="Profiles"
        description={`What the devices of ${customer.name} leave out when they are set up. On a device that has one of yours and one of a partner’s, yours counts. Partners do not see yours.`}
        action={profiles.length > 0 && create}
      />
      <ProfileTable
        profiles={profiles}
        href={(profile) => (mayManage && profile.own ? paths.ownProfile(profile.id) : null)}
        actions={mayManage ? actions : undefined}
        empty={
          <EmptyState icon={SlidersHorizontal} title="No profiles yet" action={create || undefined}>
            A profile spares the person who sets a device up some of the questions. Your partners make their own; an
            Intune administrator of your organization makes yours.
          </EmptyState>
        }
      />
    </>
  );
}
