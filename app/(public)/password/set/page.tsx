import { cookies } from 'next/headers';
import { credentialCookie } from '@/app/credential-cookie';
import { load } from '@/app/load';
import { findCredentialLink } from '@/lib/auth/credential-queries';
import { paths } from '@/lib/paths';
import { DeadLink } from './dead-link';
import { SetForm } from './set-form';

export const metadata = { title: 'Set your password' };

/** Where the link of a mail leads: to set the first password, or a new one. */
export default async function SetPasswordPage() {
  const token = (await cookies()).get(credentialCookie())?.value ?? '';
  const held = await load(findCredentialLink, { token }, paths.setPassword());
  if (held.kind === 'dead') return <DeadLink why={held.why} />;
  const first = held.purpose === 'first_password';
  return (
    <div className="mx-auto grid max-w-sm gap-6 py-8 sm:py-16">
      <div className="grid gap-1">
        <h1 className="text-2xl tracking-tight">{first ? 'Set your password' : 'Set a new password'}</h1>
        <p className="text-muted wrap-anywhere">
          {first ? 'Your account' : 'For the account'} at {held.organization}, {held.email}.
        </p>
      </div>
      <SetForm email={held.email} name={first ? held.name : null} />
    </div>
  );
}
