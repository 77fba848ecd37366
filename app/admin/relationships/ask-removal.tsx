'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { removalReason } from '@/lib/support/ask-removal-input';
import { askSupport } from './actions';

/** Of a manufacturer: what a customer cannot end alone it asks support to end. */
export const AskRemoval = ({ consentId, partnerName }: { consentId: string; partnerName: string }) => (
  <ReasonedAction
    label="Ask support to remove"
    question={`Ask support to remove ${partnerName}?`}
    consequences={[
      `Nothing changes until support has decided: ${partnerName} can still register devices for you.`,
      `Support reads your reason. ${partnerName} is not told before support has ended the relationship.`,
      'Devices that are registered stay registered. You can withdraw the request while nobody has answered it.',
    ]}
    field={{ label: 'Reason', hint: 'Support reads it. At most 500 characters.' }}
    schema={removalReason}
    done="Support has your request. You see on this page what becomes of it."
    run={askSupport.bind(null, consentId)}
    refusals={{
      already_asked: 'Somebody of your organization has asked meanwhile.',
      ends_directly: 'This relationship you can end yourself.',
    }}
  />
);
