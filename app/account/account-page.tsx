import { load } from '@/app/load';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readAccount } from '@/lib/auth/account-queries';
import { listSessions } from '@/lib/auth/session-queries';
import { readFactors } from '@/lib/factors/queries';
import { paths } from '@/lib/paths';
import { DirectoryCard } from './directory-card';
import { FactorsCard } from './factors-card';
import { NotificationsCard } from './notifications-card';
import { PasskeysCard } from './passkeys-card';
import { PasswordForm } from './password-form';
import { ProfileCard } from './profile-card';
import { SessionsCard } from './sessions-card';

export interface AccountPageProps {
  searchParams: Promise<{ done?: string | string[] }>;
}

/** What a change of one's own account says on the page it comes back to. */
const elsewhere = 'Whoever was signed in as you elsewhere has been signed out.';
const told: Record<string, string> = {
  password: `Your password is changed. ${elsewhere}`,
  app: `Your authenticator app is set up. ${elsewhere}`,
  app_removed: `Your authenticator app is removed. ${elsewhere}`,
  codes: `You have new recovery codes; the old ones no longer work. ${elsewhere}`,
  passkey: `Your passkey is added. ${elsewhere}`,
  passkey_removed: `The passkey is removed. ${elsewhere}`,
};

/** What a person signs in with; the same page in each place, so that nobody leaves theirs for it. */
export async function AccountPage({ place, searchParams }: AccountPageProps & { place: string }) {
  const { done } = await searchParams;
  const here = paths.account(place);
  const account = await load(readAccount, {}, here);
  const factors = await load(readFactors, {}, here);
  const said = typeof done === 'string' ? told[done] : undefined;
  return (
    <>
      <PageHeader
        title="Your account"
        description={`${account.name}, ${account.email}`}
        action={
          <a href={paths.organization(place)} className={buttonClass({ variant: 'secondary' })}>
            Organization
          </a>
        }
      />
      <div className="grid gap-6">
        {said && <Alert tone="success">{said}</Alert>}
        <ProfileCard account={account} />
        {account.byDirectory ? (
          <DirectoryCard here={here} />
        ) : (
          <>
            <Card title="Password">
              <PasswordForm email={account.email} next={paths.account(place, { done: 'password' })} />
            </Card>
            <FactorsCard factors={factors} place={place} />
            <PasskeysCard passkeys={factors.passkeys} place={place} />
          </>
        )}
        <SessionsCard sessions={await load(listSessions, {}, here)} />
        <NotificationsCard place={place} />
      </div>
    </>
  );
}
