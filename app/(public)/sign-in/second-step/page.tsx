import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { AppSetup } from '@/components/factors/app-setup';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { nextPath } from '@/lib/auth/next-path';
import { currentActor, heldSecondStep } from '@/lib/auth/session';
import { readSecondStep } from '@/lib/factors/queries';
import { paths } from '@/lib/paths';
import { PasskeyButton } from '../passkey-button';
import { beginAgain } from './actions';
import { CodeForm } from './code-form';
import { EnrollForm } from './enroll-form';

export const metadata = { title: 'Second step' };

interface SecondStepPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

/** Another person, or another password: the first step is forgotten. */
const BeginAgain = ({ email, next }: { email: string; next: string | null }) => (
  <form action={beginAgain} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
    <input type="hidden" name="next" value={next ?? ''} />
    <span className="wrap-anywhere">Signing in as {email}.</span>
    <Button type="submit" variant="ghost" size="sm">
      Sign in as somebody else
    </Button>
  </form>
);

/** After the right password: what else somebody has, or has to set up. Nobody is signed in before. */
export default async function SecondStepPage({ searchParams }: SecondStepPageProps) {
  const next = nextPath((await searchParams).next);
  const onward = next ?? paths.signIn();
  const step = await load(readSecondStep, { ticket: await heldSecondStep() }, paths.signIn());
  // The form goes on where it was: it may be showing what is shown once.
  const signedIn = !step && (await currentActor()) !== null;
  if (!step && !signedIn) redirect(paths.signIn(next ?? undefined));
  if (step?.owes === 'second_factor') {
    return (
      <div className="mx-auto grid max-w-sm gap-6 py-8 sm:py-16">
        <h1 className="text-2xl tracking-tight">Second step</h1>
        {step.passkeys > 0 && <PasskeyButton onward={onward} label="Use a passkey" />}
        <CodeForm onward={onward} app={step.totp} />
        <BeginAgain email={step.email} next={next} />
      </div>
    );
  }
  return (
    <div className="mx-auto grid max-w-xl gap-6 py-8">
      <h1 className="text-2xl tracking-tight">Set up your second factor</h1>
      <EnrollForm onward={onward} offer={step?.offer ?? null}>
        {step && (
          <div className="grid gap-6">
            <Alert tone="info" title="Your account needs more than a password">
              What you may do for {step.organization} concerns others, so nobody shall be able to do it with a password
              alone. Signing in will ask for a code of an app on your phone. You can add passkeys later, in your
              account.
            </Alert>
            <AppSetup uri={step.uri} secret={step.secret} email={step.email} />
          </div>
        )}
      </EnrollForm>
      {step && <BeginAgain email={step.email} next={next} />}
    </div>
  );
}
