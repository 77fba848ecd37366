import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { DirectoryButton } from '@/components/directory/directory-button';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { demoAccounts } from '@/lib/auth/demo-accounts';
import { nextPath } from '@/lib/auth/next-path';
import { placesOf } from '@/lib/auth/places';
import { currentActor, heldSecondStep } from '@/lib/auth/session';
import { directoryRefusal } from '@/lib/directory/refusals';
import { directorySettings } from '@/lib/directory/settings';
import { env } from '@/lib/env';
import { readSecondStep } from '@/lib/factors/queries';
import { paths } from '@/lib/paths';
import { PasskeyButton } from './passkey-button';
import { SignInForm } from './sign-in-form';

export const metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Partial<Record<'next' | 'done' | 'error' | 'callbackUrl', string | string[]>>>;
}

/** Where somebody was going who comes back from next-auth, which says it as a whole address. */
const nextOf = (address: string | string[] | undefined) =>
  typeof address === 'string' && address.startsWith(`${env.APP_ORIGIN}/`)
    ? address.slice(env.APP_ORIGIN.length)
    : undefined;

/** What the invitation that somebody came from is named by. */
const searchOf = (next: string) => Object.fromEntries(new URL(next, env.APP_ORIGIN).searchParams);

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, done, error, callbackUrl } = await searchParams;
  const wanted = nextPath(asked ?? nextOf(callbackUrl));
  const next = wanted?.startsWith(paths.signIn()) ? null : wanted;
  const actor = await currentActor();
  if (actor && typeof error === 'string') return <StillSignedIn error={error} next={next ?? placesOf(actor)[0].href} />;
  if (actor) redirect(next ?? placesOf(actor)[0].href);
  // Whoever gave the right password a moment ago owes the rest.
  if (await load(readSecondStep, { ticket: await heldSecondStep() }, paths.home()))
    redirect(paths.secondStep(next ?? undefined));
  return (
    <div className="mx-auto grid max-w-sm gap-6 py-8 sm:py-16">
      <h1 className="text-2xl tracking-tight">Sign in</h1>
      {typeof error === 'string' && (
        <Alert tone="danger" title="You are not signed in">
          {directoryRefusal(error)}
        </Alert>
      )}
      {done === 'password_set' && <Alert tone="success">Your password is set. Sign in with it.</Alert>}
      {next?.startsWith(paths.partnerInvitation()) && (
        <Alert tone="info" title="A partner asks your organization for consent">
          Sign in with an account of the organization that was asked. Nothing is granted by signing in.
          <p className="mt-1">
            <TextLink href={paths.invitationNoAccount(searchOf(next))}>I have no account here</TextLink>
          </p>
        </Alert>
      )}
      {next?.startsWith(paths.providerInvitation()) && (
        <Alert tone="info" title="A provider invites your organization">
          Sign in with an account of the indirect reseller that was invited. Nothing is authorized by signing in.
        </Alert>
      )}
      <div className="grid gap-4">
        <SignInForm next={next} demo={env.DEMO ? demoAccounts() : null} />
        <PasskeyButton onward={next ?? paths.signIn()} label="Use a passkey" />
        <TextLink href={paths.forgotPassword()}>Forgot your password?</TextLink>
        <TextLink href={paths.apply()}>Become a partner</TextLink>
      </div>
      {directorySettings() && (
        <div className="grid gap-4 border-t border-line pt-6">
          <DirectoryButton
            label="Continue with Microsoft"
            variant="secondary"
            className="w-full"
            next={next ?? paths.signIn()}
            prompt="select_account"
          />
          <p className="text-sm text-muted">
            For organizations whose people are in Microsoft Entra ID. One that was never here becomes a customer, and
            nothing is granted by it.
          </p>
        </div>
      )}
    </div>
  );
}

/** Signing in once more came to nothing, and left everything as it was. */
const StillSignedIn = ({ error, next }: { error: string; next: string }) => (
  <div className="mx-auto grid max-w-sm gap-6 py-8 sm:py-16">
    <h1 className="text-2xl tracking-tight">Sign in</h1>
    <Alert tone="danger" title="You did not sign in again">
      {directoryRefusal(error)}
    </Alert>
    <p>You are still signed in as before.</p>
    <a href={next} className={buttonClass()}>
      Go on
    </a>
  </div>
);
