import { ActionButton } from '@/components/ui/action-button';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { dapRemovalConsequences, endingConsequences } from '@/lib/consent/ending-consequences';
import type { Relationship } from '@/lib/consent/relationship-queries';
import { isOpen } from '@/lib/support/removal-state';
import { endRelationship, removeAdministration, withdrawRequest } from './actions';
import { AskRemoval } from './ask-removal';

/** What a global administrator can take back from one partner. */
export function RelationshipActions(relationship: Relationship) {
  const { id, partnerName, customerName, providerName, kind, dap, removal } = relationship;
  if (kind === 'oem') {
    return removal && isOpen(removal.state) ? (
      <ActionButton
        label="Withdraw request"
        size="sm"
        run={withdrawRequest.bind(null, removal.id)}
        refusals={{ already_closed: 'Support has answered meanwhile.' }}
      />
    ) : (
      <AskRemoval consentId={id} partnerName={partnerName} />
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {dap && (
        <ConfirmedAction
          label="Remove delegated administration"
          question={`Remove delegated administration from ${partnerName}?`}
          consequences={dapRemovalConsequences(partnerName)}
          done={`${partnerName} has no administrative access any more, and is told so.`}
          run={removeAdministration.bind(null, id)}
          already="not_granted"
        />
      )}
      <ConfirmedAction
        label="End relationship"
        question={`End the relationship with ${partnerName}?`}
        consequences={endingConsequences.customer({ partnerName, customerName, providerName, dap })}
        done={`The relationship with ${partnerName} has ended. It is told so.`}
        run={endRelationship.bind(null, id)}
        already="already_ended"
      />
    </div>
  );
}
