'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { endingConsequences } from '@/lib/consent/ending-consequences';
import { removalReason } from '@/lib/support/ask-removal-input';
import { refuse, revoke } from '../actions';

const refusals = {
  taken: 'A colleague has taken it up meanwhile.',
  not_taken: 'It was put back meanwhile. Take it up first.',
  closed: 'It was answered or withdrawn meanwhile.',
  already_ended: 'The consent has ended already.',
};

interface Sides {
  customerName: string;
  partnerName: string;
}

export const Revoke = ({ consentId, customerName, partnerName }: Sides & { consentId: string }) => (
  <ReasonedAction
    label="Revoke consent"
    question={`Revoke the consent of ${customerName} with ${partnerName}?`}
    consequences={[
      ...endingConsequences.support({ customerName, partnerName, providerName: null, dap: false }),
      'Both sides are told by mail and keep a receipt with your name and the reason.',
    ]}
    field={{ label: 'Reason', hint: 'Both sides read it on their receipt. At most 500 characters.' }}
    schema={removalReason}
    done={`The consent has ended. ${customerName} and ${partnerName} are told.`}
    run={revoke.bind(null, consentId)}
    refusals={refusals}
  />
);

export const Refuse = ({ id, customerName, partnerName }: Sides & { id: string }) => (
  <ReasonedAction
    label="Refuse"
    question={`Leave the consent with ${partnerName} as it is?`}
    consequences={[
      `${partnerName} can go on registering devices for ${customerName}.`,
      `${customerName} is told that support refused, reads your answer and can ask again.`,
    ]}
    field={{ label: 'Answer', hint: `${customerName} reads it. At most 500 characters.` }}
    schema={removalReason}
    done={`${customerName} has your answer.`}
    run={refuse.bind(null, id)}
    refusals={refusals}
  />
);
