import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import { demoAccounts } from '@/lib/auth/demo-accounts';
import { nextPath } from '@/lib/auth/next-path';
import { placesOf } from '@/lib/auth/places';
import { currentActor, heldSecondStep } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { readSecondStep } from '@/lib/factors/queries';
import { paths } from '@/lib/paths';
import { PasskeyButton } from './passkey-button';
import { SignInForm } from './sign-in-form';

export const metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
}

/** What the invitation that somebody came from is named by. */
const searchOf = (next: string) => Object.fromEntries(new URL(next, env.APP_ORIGIN).searchParams);

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, done } = await searchParams;
  const next = nextPath(asked);
  const actor = await currentActor();
  if (actor) redirect(next ?? placesOf(actor)[0].href);
  // Whoever gave the right password a moment ago owes the rest.
  if (await load(readSecondStep, { ticket: await heldSecondStep() }, paths.home()))
    redirect(paths.secondStep(next ?? undefined));
  return (
    <div className="mx-auto grid max-w-sm gap-6 py-8 sm:py-16">
      <h1 className="text-2xl tracking-tight">Sign in</h1>
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
      </div>
    </div>
  );
}
