import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { dapRemovalConsequences, endingConsequences } from '@/lib/consent/ending-consequences';
import type { Relationship } from '@/lib/consent/relationship-queries';
import { endRelationship, removeAdministration } from './actions';

/** What a global administrator can take back from one partner. */
export function RelationshipActions({ id, partnerName, customerName, providerName, kind, dap }: Relationship) {
  if (kind === 'oem') return <span className="text-sm text-muted">Support ends it when you ask</span>;
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
