import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { Relationship } from '@/lib/consent/relationship-queries';
import { endRelationship, removeAdministration } from './actions';

const number = new Intl.NumberFormat('en');

function endingConsequences({ partnerName, providerName, dap, devices }: Relationship): string[] {
  return [
    `From this moment ${partnerName} can no longer register devices for you, nor see or manage those it registered.`,
    ...(providerName ? [`The same goes for its provider ${providerName}.`] : []),
    ...(dap ? ['Its delegated administration permissions end with it.'] : []),
    ...(devices > 0
      ? [`What it registered stays registered: ${number.format(devices)} ${devices === 1 ? 'device' : 'devices'}.`]
      : []),
    `To work together again, ${partnerName} has to ask you anew.`,
  ];
}

/** What a global administrator can take back from one partner. */
export function RelationshipActions(relationship: Relationship) {
  const { id, partnerName, kind, dap } = relationship;
  if (kind === 'oem') return <span className="text-sm text-muted">Support ends it when you ask</span>;
  return (
    <div className="flex flex-wrap gap-2">
      {dap && (
        <ConfirmedAction
          label="Remove delegated administration"
          question={`Remove delegated administration from ${partnerName}?`}
          consequences={[
            `From this moment ${partnerName} has no administrative access to your organization.`,
            'It can still register devices for you: the relationship stays as it is.',
          ]}
          done={`${partnerName} has no administrative access any more, and is told so.`}
          run={removeAdministration.bind(null, id)}
          already="not_granted"
        />
      )}
      <ConfirmedAction
        label="End relationship"
        question={`End the relationship with ${partnerName}?`}
        consequences={endingConsequences(relationship)}
        done={`The relationship with ${partnerName} has ended. It is told so.`}
        run={endRelationship.bind(null, id)}
        already="already_ended"
      />
    </div>
  );
}
