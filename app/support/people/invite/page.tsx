import { InvitePage, type InviteSearch } from '@/app/people/invite-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Invite a person' };

export default function SupportInvitePage(search: InviteSearch) {
  return <InvitePage {...search} place={paths.support()} />;
}
