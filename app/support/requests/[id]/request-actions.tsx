import { uuidv7 } from 'uuidv7';
import type { RequestDetail } from '@/lib/consent/request-queries';
import { statesBefore } from '@/lib/consent/state';
import { Cancel, Resend } from './decisions';

/** What support can do about a request in its state: nothing about a draft, or once it was answered. */
export function RequestActions({ request, partnerName }: { request: RequestDetail; partnerName: string }) {
  const { id, state, recipientName } = request;
  const sides = { id, recipientName, partnerName };
  return (
    <>
      {statesBefore('supersede').includes(state) && <Resend {...sides} newId={uuidv7()} />}
      {(state === 'sent' || state === 'opened') && <Cancel {...sides} />}
    </>
  );
}
