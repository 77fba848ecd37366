import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { mayInviteResellers } from '@/lib/partners/invitation-queries';
import { paths } from '@/lib/paths';
import { InviteForm } from './invite-form';

export const metadata = { title: 'Invite a reseller' };

export default async function InvitePage() {
  await load(mayInviteResellers, {}, paths.inviteReseller());
  return (
    <>
      <PageHeader
        title="Invite a reseller"
        breadcrumb={[{ label: 'Indirect resellers', href: paths.resellers() }]}
        description="We mail a personal link. A global administrator of the reseller decides; nothing changes before."
      />
      <InviteForm />
    </>
  );
}
