import { load } from '@/app/load';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readAccount } from '@/lib/auth/account-queries';
import { paths } from '@/lib/paths';
import { PasswordForm } from './password-form';
import { ProfileCards } from './profile-cards';

export interface AccountPageProps {
  searchParams: Promise<{ done?: string | string[] }>;
}

/** What a change of one's own account says on the page it comes back to. */
const told: Record<string, string> = {
  password: 'Your password is changed. Whoever was signed in as you elsewhere has been signed out.',
};

/** What a person signs in with; the same page in each place, so that nobody leaves theirs for it. */
export async function AccountPage({ place, searchParams }: AccountPageProps & { place: string }) {
  const { done } = await searchParams;
  const here = paths.account(place);
  const account = await load(readAccount, {}, here);
  const said = typeof done === 'string' ? told[done] : undefined;
  return (
    <>
      <PageHeader title="Your account" description={`${account.name}, ${account.email}`} />
      <div className="grid gap-6">
        {said && <Alert tone="success">{said}</Alert>}
        <ProfileCards place={place} account={account} />
        <Card title="Password">
          <PasswordForm email={account.email} next={paths.account(place, { done: 'password' })} />
        </Card>
      </div>
    </>
  );
}
