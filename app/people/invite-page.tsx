import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { invitingTerms } from '@/lib/people/queries';
import { InviteForm } from './invite-form';

export async function InvitePage({ place }: { place: string }) {
  const terms = await load(invitingTerms, {}, paths.invitePerson(place));
  return (
    <>
      <PageHeader
        title="Invite a person"
        breadcrumb={[{ label: 'People', href: paths.people(place) }]}
        description="We mail a personal link. There is no account before the person has opened it and chosen a password."
      />
      <InviteForm {...terms} people={paths.people(place)} />
    </>
  );
}
