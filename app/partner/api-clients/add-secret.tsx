'use client';

import { SecretDialog } from '@/components/clients/secret-dialog';
import { addOne } from './actions';

/** Makes the second secret of an API client. */
export const AddSecret = ({ clientId, name }: { clientId: string; name: string }) => (
  <SecretDialog
    open="Add a second secret"
    does="Add a second secret"
    question={`Add a second secret to ${name}?`}
    made={`The second secret of ${name}`}
    make={async () => {
      const result = await addOne(clientId);
      if (result.ok) return { secret: result.secret };
      return {
        problem: 'message' in result ? result.message : 'It has two secrets already. Remove one of them first.',
      };
    }}
  >
    <ul className="ml-5 grid list-disc gap-1">
      <li>Both secrets work, so that nothing stops while you move your programs to the new one.</li>
      <li>Remove the old one once nothing uses it any more.</li>
    </ul>
  </SecretDialog>
);
