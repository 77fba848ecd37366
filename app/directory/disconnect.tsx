'use client';

import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { disconnect } from './actions';

const refusals: Record<string, string> = {
  no_local_administrator:
    'Nobody would be left who can sign in and answers for your organization. Invite an administrator with a password first.',
};

/** `own`: the person signs in by it, and is signed out. */
export const Disconnect = ({ own, next }: { own: boolean; next: string }) => (
  <ConfirmedAction
    label="Disconnect directory"
    question="Disconnect Microsoft Entra ID?"
    consequences={[
      'Everybody who signed in with Microsoft is signed out at once, and cannot sign in so any more.',
      'Accounts with a password work as before.',
      'You can connect the directory again at any time. Everybody then has the account they had.',
      ...(own ? ['This includes you: you are signed out as well.'] : []),
    ]}
    done="The directory is disconnected."
    run={async () => {
      const result = await disconnect();
      if (result.ok) return result;
      const message = refusals[result.reason] ?? ('message' in result ? result.message : undefined);
      return { ok: false, reason: result.reason, ...(message && { message }) };
    }}
    already="not_connected"
    next={next}
  />
);
