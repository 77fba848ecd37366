'use client';

import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { ReasonedAction } from '@/components/ui/reasoned-action';
import { refuseNameInput } from '@/lib/applications/decision-input';
import { approve, refuse } from '../actions';

const refusals = {
  closed: 'It was decided or withdrawn meanwhile. Close this to see how.',
  name_taken: 'Another partner has this name by now. Refuse it, and say so.',
};

/** The two decisions about the name that a partner wants. */
export const Decisions = ({ id, before, name }: { id: string; before: string; name: string }) => (
  <div className="flex flex-wrap items-start gap-3">
    <ConfirmedAction
      label="Approve"
      variant="primary"
      question={`Call ${before} ${name} from now on?`}
      consequences={[
        'Customers see the new name at once, on consent pages and in their lists too.',
        'Mails and receipts that were written before keep the old one.',
        `${before} is told.`,
      ]}
      back="Go back"
      done={`The partner is called ${name} now, and is told.`}
      run={async () => {
        const result = await approve(id);
        return result.ok || result.reason === 'error' ? result : { ...result, message: refusals[result.reason] };
      }}
      already="never"
    />
    <ReasonedAction
      label="Refuse"
      question={`Leave ${before} its name?`}
      consequences={[`${before} keeps its name.`, 'It is told, reads your reason and can ask again.']}
      field={{ label: 'Reason', hint: `${before} reads it, and both activity logs keep it. At most 500 characters.` }}
      schema={refuseNameInput}
      done={`${before} keeps its name, and has your answer.`}
      run={refuse.bind(null, id)}
      refusals={refusals}
    />
  </div>
);
