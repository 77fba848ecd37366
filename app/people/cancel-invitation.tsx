'use client';

import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { cancelInvitation } from './actions';
import { refusals } from './refusals';

export const CancelInvitation = ({ id, name }: { id: string; name: string }) => (
  <ConfirmedAction
    label="Cancel invitation"
    question={`Cancel the invitation of ${name}?`}
    consequences={['The link in the mail stops working.', 'You can invite the same address again at any time.']}
    done="The invitation is canceled."
    run={async () => {
      const result = await cancelInvitation(id);
      return result.ok ? result : { ...result, message: refusals(result) };
    }}
    already="already_closed"
  />
);
