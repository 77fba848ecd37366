'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { removalReason } from '@/lib/support/ask-removal-input';
import { takeBack } from './actions';

interface TakeBackProps {
  consentId: string;
  customerName: string;
  partnerName: string;
}

/** What was announced does not come, as long as its day has not. */
export const TakeBack = ({ consentId, customerName, partnerName }: TakeBackProps) => (
  <ReasonedAction
    label="Keep consent"
    question={`Keep the consent of ${customerName} with ${partnerName}?`}
    consequences={[
      `It does not end on the day that was announced: ${partnerName} can go on registering devices for ${customerName}.`,
      'Both sides are told that it stays. A request of the customer stays open.',
    ]}
    field={{ label: 'Reason', hint: 'Both sides read it in their activity log. At most 500 characters.' }}
    schema={removalReason}
    done={`The consent stays. ${customerName} and ${partnerName} are told.`}
    run={takeBack.bind(null, consentId)}
    refusals={{ not_announced: 'No end is announced any more. Reload the page.' }}
  />
);
