'use client';

import { ActionButton } from '@/components/ui/action-button';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { ShownPerson } from '@/lib/people/queries';
import { disable, enable, remove, resetSecondFactor } from './actions';
import { ChangeRoles } from './change-roles';
import { refusals } from './refusals';

type Result = { ok: true } | { ok: false; reason: string; message?: string };

/** The same action, with what refuses it in words. */
const said = (run: () => Promise<Result>) => async () => {
  const result = await run();
  return result.ok ? result : { ...result, message: refusals(result) };
};

const loss = [
  'Every session of this person ends at once.',
  'Links of consent requests and invitations that they sent and nobody has answered stop working.',
];

/** What the actor may do about an account; the commands decide it once more. */
export function PersonActions({ person, people }: { person: ShownPerson; people: string }) {
  const { id, name, disabledAt, isSelf, mayChange, hasFactor } = person;
  if (!mayChange) {
    return (
      <p className="mt-5 text-muted">
        {isSelf
          ? 'This is your own account. A global administrator can change it.'
          : 'Only a global administrator can change the account of another one.'}
      </p>
    );
  }
  return (
    <div className="mt-5 flex flex-wrap items-start gap-3">
      <ChangeRoles person={person} />
      {!isSelf && disabledAt && (
        <ActionButton size="sm" label="Enable account" run={said(() => enable(id))} refusals={{}} />
      )}
      {!isSelf && !disabledAt && (
        <ConfirmedAction
          label="Disable account"
          question={`Disable the account of ${name}?`}
          consequences={[...loss, 'You can enable the account again; then the links work again, too.']}
          done="The account is disabled."
          run={said(() => disable(id))}
          already="already_disabled"
        />
      )}
      {!isSelf && hasFactor && (
        <ConfirmedAction
          label="Reset second factor"
          question={`Reset the second factor of ${name}?`}
          consequences={[
            'Do this only once you know that it is really this person who asks: speak to them.',
            'Their authenticator app, passkeys and recovery codes stop working, and every session of theirs ends.',
            'Until they set up a new one, which signing in asks for where their role needs it, their password alone lets them in.',
          ]}
          done="The second factor is reset. The person is told by mail."
          run={said(() => resetSecondFactor(id))}
          already="no_factor"
        />
      )}
      {!isSelf && (
        <ConfirmedAction
          label="Remove person"
          question={`Remove ${name}?`}
          consequences={[
            ...loss,
            'The account cannot be brought back. What the person did stays in the activity log under their name.',
          ]}
          done={`${name} is removed.`}
          run={said(() => remove(id))}
          already="already_removed"
          next={people}
        />
      )}
    </div>
  );
}
