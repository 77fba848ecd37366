import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { TextLink } from '@/components/ui/text-link';
import { endingConsequences } from '@/lib/consent/ending-consequences';
import { paths } from '@/lib/paths';
import { endRelationship } from './actions';

interface RelationshipEndProps {
  customer: { name: string; providerName: string | null; dap: boolean };
  partnerName: string;
  /** Null where the permission comes through a reseller. */
  consentId: string | null;
  resellerName: string | null;
  mayEnd: boolean;
}

/** How the relationship ends, for whoever may end it and for whoever may not. */
export function RelationshipEnd({ customer, partnerName, consentId, resellerName, mayEnd }: RelationshipEndProps) {
  const { name, providerName, dap } = customer;
  if (!consentId) {
    return (
      <p className="text-sm text-muted">
        The consent is {resellerName}’s, so {name} or {resellerName} can end it. You can end your authorization by{' '}
        {resellerName} under <TextLink href={paths.resellers()}>Resellers</TextLink>.
      </p>
    );
  }
  if (!mayEnd) {
    return <p className="text-sm text-muted">A global administrator of your organization can end the relationship.</p>;
  }
  return (
    <ConfirmedAction
      label="End relationship"
      question={`End the relationship with ${name}?`}
      consequences={endingConsequences.partner({ customerName: name, partnerName, providerName, dap })}
      done={`The relationship with ${name} has ended. ${name} is told so.`}
      run={endRelationship.bind(null, consentId)}
      already="already_ended"
      next={paths.customers()}
    />
  );
}
