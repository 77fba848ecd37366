import { InvitePage } from '@/app/people/invite-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Invite a person' };

export default function PartnerInvitePage() {
  return <InvitePage place={paths.partner()} />;
}
