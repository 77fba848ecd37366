import { AuthenticatorPage } from '@/app/account/authenticator-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Set up an authenticator app' };

export default function Page() {
  return <AuthenticatorPage place={paths.support()} />;
}
