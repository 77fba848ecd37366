import { buttonClass } from '@/components/ui/button';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { RequestDetail } from '@/lib/consent/request-queries';
import { statesBefore } from '@/lib/consent/state';
import { paths } from '@/lib/paths';
import { cancel } from '../actions';

interface RequestActionsProps {
  request: RequestDetail;
  /** This person sends, resends and cancels. */
  maySend: boolean;
  /** And their organization asks customers through the form. */
  mayAsk: boolean;
}

/** What can be done about a request in its state; the main thing last. */
export function RequestActions({ request, maySend, mayAsk }: RequestActionsProps) {
  const { id, state, draft, recipientName, consent } = request;
  if (!maySend) return null;
  const open = state === 'sent' || state === 'opened';
  const again = ['declined', 'canceled', 'expired'].includes(state) || consent?.endedAt;
  const mayResend = statesBefore('supersede').includes(state);
  return (
    <>
      {open && (
        <ConfirmedAction
          label="Cancel request"
          question={`Cancel the request to ${recipientName}?`}
          consequences={[
            'The link stops working at once; whoever opens it reads that you withdrew the request.',
            'The request stays in your list as canceled.',
          ]}
          done="The request is canceled. Its link no longer works."
          run={cancel.bind(null, id)}
          already="already_closed"
        />
      )}
      {state === 'draft' && (
        <ConfirmedAction
          label="Discard draft"
          question="Discard this draft?"
          consequences={['It stays in the list of requests as canceled, and cannot be sent any more.']}
          done="The draft is discarded."
          run={cancel.bind(null, id)}
          already="already_closed"
        />
      )}
      {again && mayAsk && (
        <a
          href={paths.requestRelationship({ from: id })}
          className={buttonClass({ variant: mayResend ? 'secondary' : 'primary' })}
        >
          Ask again
        </a>
      )}
      {mayResend && (
        <a href={paths.resendRequest(id)} className={buttonClass()}>
          Resend
        </a>
      )}
      {draft && state === 'draft' && mayAsk && (
        <a href={paths.requestRelationship({ draft: id })} className={buttonClass()}>
          Go on with the draft
        </a>
      )}
    </>
  );
}
