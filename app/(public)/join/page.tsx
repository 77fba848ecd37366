import { load } from '@/app/load';
import { heldToken } from '@/app/partner-invitation/held-token';
import { roleList } from '@/app/people/role-list';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { findJoiningLink } from '@/lib/people/joining-queries';
import { DeadJoiningLink } from './dead-joining-link';
import { JoinForm } from './join-form';

export const metadata = { title: 'Set up your account' };

interface JoinPageProps {
  searchParams: Promise<{ link?: string | string[] }>;
}

/** For who was invited to an organization: whose, as what, and the password to sign in with. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { link } = await searchParams;
  const found = await load(findJoiningLink, { token: await heldToken(link) }, paths.join());
  if (found.kind === 'dead') return <DeadJoiningLink why={found.why} organization={found.organization} />;
  const { organization, invitedBy, email, name, roles } = found;
  return (
    <div className="mx-auto max-w-xl wrap-anywhere">
      <PageHeader
        title="Set up your account"
        description={
          invitedBy
            ? `${invitedBy} invites you to sign in for ${organization}.`
            : `You are the first person of ${organization} here.`
        }
      />
      <Card>
        <DefinitionList
          items={[
            { term: 'Organization', description: organization },
            { term: 'You sign in with', description: email },
            { term: roles.length === 1 ? 'Role' : 'Roles', description: roleList(roles) },
          ]}
        />
        <JoinForm link={String(link)} name={name} email={email} />
      </Card>
    </div>
  );
}
