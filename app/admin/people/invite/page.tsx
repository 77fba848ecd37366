import { InvitePage } from '@/app/people/invite-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Invite a person' };

export default function AdminInvitePage() {
  return <InvitePage place={paths.admin()} />;
}
