'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { removalReason } from '@/lib/support/ask-removal-input';
import { takeBack } from '../actions';

/** Deregisters what a registration registered, as long as it is still its own. */
export const TakeBack = ({ id, customerName }: { id: string; customerName: string }) => (
  <ReasonedAction
    label="Take back"
    question={`Take back what was registered for ${customerName}?`}
    consequences={[
      'Its devices are deregistered. One that was repaired since, or registered anew, stays.',
      `The administrators of ${customerName} are told. It cannot be undone; register the devices again if need be.`,
    ]}
    field={{ label: 'Reason', hint: 'The customer reads it in its activity log. At most 500 characters.' }}
    schema={removalReason}
    done={`The devices are being deregistered. ${customerName} is told.`}
    run={takeBack.bind(null, id)}
    refusals={{
      already_undone: 'It was taken back meanwhile.',
      not_ended: 'It is still being registered. Wait until it is done.',
      nothing_registered: 'Nothing was registered, so there is nothing to take back.',
    }}
  />
);
