import { load } from '@/app/load';
import { heldToken } from '@/app/partner-invitation/held-token';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { findSignUp } from '@/lib/signups/queries';
import { countries } from '@/lib/tenants/countries';
import { DeadSignUpLink } from './dead-sign-up-link';
import { SetUpForm } from './set-up-form';
import { Taken } from './taken';

export const metadata = { title: 'Set up your organization' };

interface SignUpPageProps {
  searchParams: Promise<{ link?: string | string[] }>;
}

/** For who came from a consent link and has shown their address: their organization, and themselves as the first person of it. */
export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const { link } = await searchParams;
  const found = await load(findSignUp, { token: await heldToken(link) }, paths.signUp());
  if (found.kind === 'dead') return <DeadSignUpLink {...found} />;
  if (found.kind === 'taken') return <Taken {...found} link={String(link)} />;
  const { domain, email, partnerName, over, oem } = found;
  return (
    <div className="mx-auto max-w-xl wrap-anywhere">
      <PageHeader
        title={`Set up ${domain}`}
        description="Name your organization, and be its first global administrator. Nothing is granted to anybody by that."
      />
      <div className="grid gap-4">
        {over && (
          <Alert tone="warning" title="The request you came from has ended">
            You can set up your organization all the same. What you can do about the request is said afterwards.
          </Alert>
        )}
        {oem && !domain.endsWith('.onmicrosoft.com') && (
          <Alert tone="warning" title="A device manufacturer needs another account">
            {partnerName} is a device manufacturer, and its consent takes an administrator who signs in with a name that
            ends with .onmicrosoft.com. {domain} is another domain.
          </Alert>
        )}
        <Card>
          <DefinitionList
            items={[
              { term: 'Domain', description: domain },
              { term: 'You sign in with', description: email },
              { term: 'Role', description: 'Global administrator' },
            ]}
          />
          <SetUpForm link={String(link)} email={email} countries={countries} />
        </Card>
      </div>
    </div>
  );
}
