'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { linkReason } from '@/lib/oem/issue-link-input';
import { refuse, replace, withdraw } from '../actions';

export const answerRefusals = {
  taken: 'A colleague has taken it up meanwhile.',
  not_taken: 'It was put back meanwhile. Take it up first.',
  closed: 'It was answered or withdrawn meanwhile.',
  already_issued: 'This OEM has a link already.',
};

const endRefusals = { already_ended: 'A colleague has replaced or withdrawn this link meanwhile.' };

const reasonFor = (partnerName: string) => ({
  label: 'Reason',
  hint: `${partnerName} reads it, and both activity logs keep it. At most 500 characters.`,
});

export const Refuse = ({ id, partnerName }: { id: string; partnerName: string }) => (
  <ReasonedAction
    label="Refuse"
    question={`Refuse a consent link to ${partnerName}?`}
    consequences={[
      'No link is issued, and nobody can consent.',
      `${partnerName} is told, reads your reason and can ask again.`,
    ]}
    field={reasonFor(partnerName)}
    schema={linkReason}
    done={`${partnerName} has your answer.`}
    run={refuse.bind(null, id)}
    refusals={answerRefusals}
  />
);

export const ReplaceLink = ({ linkId, partnerName }: { linkId: string; partnerName: string }) => (
  <ReasonedAction
    label="Replace link"
    question={`Replace the consent link of ${partnerName}?`}
    consequences={[
      'The old address stops working at once, wherever it was put. Whoever opens it reads that there is a newer one.',
      `${partnerName} gets a new link, and is told by mail.`,
      'Consents that were given stay as they are.',
    ]}
    field={reasonFor(partnerName)}
    schema={linkReason}
    done={`The link is replaced. ${partnerName} is told.`}
    run={replace.bind(null, linkId)}
    refusals={endRefusals}
  />
);

export const WithdrawLink = ({ linkId, partnerName }: { linkId: string; partnerName: string }) => (
  <ReasonedAction
    label="Withdraw link"
    question={`Withdraw the consent link of ${partnerName}?`}
    consequences={[
      'The address stops working at once, and there is no other: nobody can consent any more.',
      'Consents that were given stay as they are. Revoke them one by one where they should end.',
      `${partnerName} is told by mail, and can ask for a link again.`,
    ]}
    field={reasonFor(partnerName)}
    schema={linkReason}
    done={`The link is withdrawn. ${partnerName} is told.`}
    run={withdraw.bind(null, linkId)}
    refusals={endRefusals}
  />
);
