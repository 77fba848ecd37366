'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { suspensionConsequences } from '@/lib/suspensions/consequences';
import { suspensionReason } from '@/lib/suspensions/suspension-input';
import { propose } from './actions';

const refusals = {
  already_open: 'There is a proposal or a suspension already. Reload the page to see it.',
  client_revoked: 'This API client was revoked meanwhile: there is nothing left to suspend.',
  not_a_partner: 'Only partners and OEMs can be suspended.',
};

interface ProposeProps {
  tenantId: string;
  organization: string;
  /** Null for the whole organization. */
  client: { id: string; name: string } | null;
}

/** The first of the two people it takes. */
export const Propose = ({ tenantId, organization, client }: ProposeProps) => (
  <ReasonedAction
    label="Propose suspension"
    question={`Propose to suspend ${client?.name ?? organization}?`}
    consequences={[
      'Nothing happens before a support administrator other than you confirms it. Then:',
      ...suspensionConsequences({ organization, client: client?.name ?? null }),
    ]}
    field={{ label: 'Reason', hint: `${organization} reads it once it is confirmed. At most 500 characters.` }}
    schema={suspensionReason}
    done="It is proposed. The support administrators are told."
    run={propose.bind(null, tenantId, client?.id ?? null)}
    refusals={refusals}
  />
);
