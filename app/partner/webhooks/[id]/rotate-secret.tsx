'use client';

import { SecretDialog } from '@/components/clients/secret-dialog';
import { rotate } from '../actions';

/** Replaces the secret of a webhook. */
export const RotateSecret = ({ endpointId }: { endpointId: string }) => (
  <SecretDialog
    open="New secret"
    does="Make a new secret"
    question="Make a new secret?"
    made="The new secret"
    make={async () => {
      const result = await rotate(endpointId);
      return result.ok ? { secret: result.secret } : { problem: result.message };
    }}
  >
    <ul className="ml-5 grid list-disc gap-1">
      <li>For a day events are signed with both secrets, so that nothing is lost while your program changes over.</li>
      <li>If this is the second new secret within a day, the oldest stops at once.</li>
    </ul>
  </SecretDialog>
);
