'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { handlingReason } from '@/lib/support/handling-reason';
import { cancel, resend } from '../actions';

interface Sides {
  id: string;
  recipientName: string;
  partnerName: string;
}

const refusals = {
  closed: 'It was answered or taken back meanwhile.',
  already_closed: 'It was answered, ran out or was taken back meanwhile.',
  replaced: 'It was sent again meanwhile. There is a newer request.',
  already_sent: 'It is sent again already.',
  provider_left: 'The partner no longer works under the provider that this request names. It has to send a new one.',
  suspended: 'The partner is suspended, and nobody could answer the new link. Reinstate it first.',
  daily_limit: 'The partner has sent as many requests today as it may. Try again tomorrow.',
};

const field = (partnerName: string) => ({
  label: 'Reason',
  hint: `${partnerName} reads it in its activity log. At most 500 characters.`,
});

export const Resend = ({ id, newId, recipientName, partnerName }: Sides & { newId: string }) => (
  <ReasonedAction
    label="Resend"
    question={`Send the request to ${recipientName} again?`}
    consequences={[
      'A mail with a new link goes to the same address. You do not see the link.',
      'The link before it stops working at once.',
      `${partnerName} is told, and it counts as one of its requests of today.`,
    ]}
    field={field(partnerName)}
    schema={handlingReason}
    done="The mail with the new link is on its way. The newer request takes the place of this one."
    run={resend.bind(null, id, newId)}
    refusals={refusals}
  />
);

export const Cancel = ({ id, recipientName, partnerName }: Sides) => (
  <ReasonedAction
    label="Cancel request"
    question={`Cancel the request to ${recipientName}?`}
    consequences={[
      'The link stops working at once; whoever opens it reads that the request was withdrawn.',
      `${partnerName} is told, and can ask again.`,
    ]}
    field={field(partnerName)}
    schema={handlingReason}
    done={`The request is canceled, and ${partnerName} is told.`}
    run={cancel.bind(null, id)}
    refusals={refusals}
  />
);
