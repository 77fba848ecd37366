'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { removalReason } from '@/lib/support/ask-removal-input';
import { refuse } from '../actions';

const refusals = {
  taken: 'A colleague has taken it up meanwhile.',
  not_taken: 'It was put back meanwhile. Take it up first.',
  closed: 'It was answered or withdrawn meanwhile.',
};

interface Sides {
  customerName: string;
  partnerName: string;
}

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
