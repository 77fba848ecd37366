import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ShownFactors } from '@/lib/factors/queries';
import { recoveryCodeCount } from '@/lib/factors/recovery-code';
import { paths } from '@/lib/paths';
import { removeApp, renewCodes } from './factor-actions';
import { PasswordedAction } from './passworded-action';

const ends = 'Whoever is signed in as you elsewhere is signed out.';

/** What signing in asks for beside the password, and the way in without it. */
export function FactorsCard({ factors, place }: { factors: ShownFactors; place: string }) {
  const { appSince, passkeys, recoveryCodes, required } = factors;
  const any = appSince !== null || passkeys.length > 0;
  const few = any && recoveryCodes < 3;
  return (
    <Card
      title="Second factor"
      action={<Badge tone={any ? 'success' : required ? 'danger' : 'neutral'}>{any ? 'On' : 'Off'}</Badge>}
    >
      <p className="mb-4 max-w-prose text-muted">
        {required
          ? 'Your role needs one: a password alone does not sign you in.'
          : 'With one, a password that somebody learned does not let them in.'}
      </p>
      <DefinitionList
        items={[
          {
            term: 'Authenticator app',
            description: appSince ? (
              <>
                Set up <RelativeTime at={appSince} />
              </>
            ) : (
              'Not set up'
            ),
          },
          ...(any
            ? [
                {
                  term: 'Recovery codes',
                  description: (
                    <span className={few ? 'font-medium text-danger' : ''}>
                      {recoveryCodes} of {recoveryCodeCount} left{few && ': make new ones'}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <div className="mt-5 flex flex-wrap items-start gap-3">
        <a href={paths.authenticator(place)} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
          {appSince ? 'Replace authenticator app' : 'Set up an authenticator app'}
        </a>
        {any && (
          <PasswordedAction
            label="Make new recovery codes"
            question="Make new recovery codes?"
            consequences={['The codes that you have stop working.', ends]}
            run={renewCodes}
            next={paths.account(place, { done: 'codes' })}
          />
        )}
        {appSince && (
          <PasswordedAction
            danger
            label="Remove authenticator app"
            question="Remove your authenticator app?"
            consequences={[
              passkeys.length > 0
                ? 'Signing in asks for a passkey or a recovery code then.'
                : 'Signing in asks for your password alone then, and your recovery codes stop working.',
              ends,
            ]}
            run={removeApp}
            next={paths.account(place, { done: 'app_removed' })}
          />
        )}
      </div>
    </Card>
  );
}
