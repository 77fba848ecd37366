'use client';

import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { ReasonedAction } from '@/components/ui/reasoned-action';
import { reinstatementConsequences, suspensionConsequences } from '@/lib/suspensions/consequences';
import { suspensionReason } from '@/lib/suspensions/suspension-input';
import { confirm, restore, turnDown } from './actions';

interface DecisionProps {
  id: string;
  organization: string;
  client: string | null;
}

const refusals = {
  closed: 'A colleague has decided it meanwhile.',
  not_active: 'A colleague has ended it meanwhile.',
};

export const Confirm = ({ id, organization, client }: DecisionProps) => (
  <ConfirmedAction
    label="Confirm suspension"
    question={`Suspend ${client ?? organization}?`}
    consequences={suspensionConsequences({ organization, client })}
    done={`${client ?? organization} is suspended.`}
    run={confirm.bind(null, id)}
    already="closed"
  />
);

export const TurnDown = ({ id, organization, client }: DecisionProps) => (
  <ReasonedAction
    label="Turn down"
    question={`Leave ${client ?? organization} as it is?`}
    consequences={['Who proposed the suspension is told, and reads your reason.', 'It can be proposed again.']}
    field={{ label: 'Reason', hint: 'Support reads it. At most 500 characters.' }}
    schema={suspensionReason}
    done="The proposal is turned down."
    run={turnDown.bind(null, id)}
    refusals={refusals}
  />
);

export const Reinstate = ({ id, organization, client }: DecisionProps) => (
  <ReasonedAction
    label="Reinstate"
    question={`Reinstate ${client ?? organization}?`}
    consequences={[...reinstatementConsequences({ organization, client }), `People of ${organization} are told.`]}
    field={{ label: 'Reason', hint: `${organization} reads it in its log. At most 500 characters.` }}
    schema={suspensionReason}
    done={`${client ?? organization} is reinstated.`}
    run={restore.bind(null, id)}
    refusals={refusals}
  />
);
