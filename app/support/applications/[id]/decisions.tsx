'use client';

import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { ReasonedAction } from '@/components/ui/reasoned-action';
import { refuseApplicationInput } from '@/lib/applications/decision-input';
import { approve, refuse } from '../actions';

const refusals = {
  closed: 'A colleague decided it meanwhile. Close this to see how.',
  domain_taken: 'An organization with this domain has a place here by now. Refuse it, and say so.',
  name_taken: 'Another partner has this name. Refuse it, and ask for a name that customers can tell apart.',
  address_taken:
    'The contact’s address signs in to another organization by now. Refuse it, and ask for a contact without an account.',
};

interface DecisionsProps {
  id: string;
  organization: string;
  contact: string;
}

/** The two decisions about who wants to become a partner. */
export const Decisions = ({ id, organization, contact }: DecisionsProps) => (
  <div className="flex flex-wrap items-start gap-3">
    <ConfirmedAction
      label="Approve"
      variant="primary"
      question={`Make ${organization} a partner?`}
      consequences={[
        `${organization} gets its place in the Partner Center at once.`,
        `${contact} is mailed a link to join as its first global administrator.`,
        'Customers see this name wherever the partner asks for something.',
      ]}
      back="Go back"
      done={`${organization} is a partner. ${contact} has the link to join.`}
      run={async () => {
        const result = await approve(id);
        return result.ok || result.reason === 'error' ? result : { ...result, message: refusals[result.reason] };
      }}
      already="never"
    />
    <ReasonedAction
      label="Refuse"
      question={`Refuse ${organization} as a partner?`}
      consequences={[
        'Nothing is made, and nobody gets an account.',
        `${contact} is mailed your reason, and can apply again.`,
      ]}
      field={{ label: 'Reason', hint: 'It goes out by mail, so without links and addresses. At most 500 characters.' }}
      schema={refuseApplicationInput}
      done={`The application is refused. ${contact} has your answer.`}
      run={refuse.bind(null, id)}
      refusals={refusals}
    />
  </div>
);
