import { load } from '@/app/load';
import { AppSetup } from '@/components/factors/app-setup';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readAccount } from '@/lib/auth/account-queries';
import { offerApp } from '@/lib/factors/queries';
import { paths } from '@/lib/paths';
import { AppForm } from './app-form';

/** Sets up an authenticator app, in the place of one there is. Looking stores nothing: each visit has a new key. */
export async function AuthenticatorPage({ place }: { place: string }) {
  const here = paths.authenticator(place);
  const { email } = await load(readAccount, {}, here);
  const { offer, secret, uri } = await load(offerApp, {}, here);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title="Set up an authenticator app"
        breadcrumb={[{ label: 'Your account', href: paths.account(place) }]}
        description="Signing in asks for a code of it then. An app that you set up before stops working."
      />
      <Card>
        <AppForm email={email} offer={offer} next={paths.account(place, { done: 'app' })}>
          <AppSetup uri={uri} secret={secret} email={email} />
        </AppForm>
      </Card>
    </div>
  );
}
