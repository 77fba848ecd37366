import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { mailAddress } from '@/lib/mail/mail-address';
import { paths } from '@/lib/paths';
import { invitingTerms } from '@/lib/people/queries';
import { InviteForm } from './invite-form';

export interface InviteSearch {
  searchParams: Promise<{ email?: string | string[] }>;
}

/** `email` is typed in beforehand, when the address of the page has one. */
export async function InvitePage({ place, searchParams }: InviteSearch & { place: string }) {
  const { email } = await searchParams;
  const terms = await load(invitingTerms, {}, paths.invitePerson(place));
  return (
    <>
      <PageHeader
        title="Invite a person"
        breadcrumb={[{ label: 'People', href: paths.people(place) }]}
        description="We mail a personal link. There is no account before the person has opened it and chosen a password."
      />
      <InviteForm {...terms} email={mailAddress.safeParse(email).data ?? ''} people={paths.people(place)} />
    </>
  );
}
