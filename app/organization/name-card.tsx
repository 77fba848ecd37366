import { NameChangeBadge } from '@/components/applications/name-change-badge';
import { ActionButton } from '@/components/ui/action-button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { OwnOrganization } from '@/lib/tenants/queries';
import { withdraw } from './actions';
import { AskNameForm } from './ask-name-form';

interface NameCardProps {
  organization: OwnOrganization;
  mayAsk: boolean;
}

/** A partner's name: the wish for another one, and how it stands. */
export function NameCard({ organization: { name, change }, mayAsk }: NameCardProps) {
  const waiting = change?.state === 'waiting';
  return (
    <Card title="Another name">
      <div className="grid gap-4">
        <p className="text-muted">
          Customers know you as {name}. Support looks at another name before anybody sees it; mails and receipts that
          were written before keep the old one.
        </p>
        {change && <Wish change={change} />}
        {mayAsk && waiting && (
          <ActionButton
            label="Withdraw"
            size="sm"
            run={withdraw.bind(null, change.id)}
            refusals={{ already_closed: 'Support decided meanwhile.' }}
          />
        )}
        {mayAsk && !waiting && (
          <div className={change ? 'border-t border-line pt-4' : undefined}>
            <AskNameForm />
          </div>
        )}
        {!mayAsk && !waiting && <p>A global administrator of your organization can ask for another name.</p>}
      </div>
    </Card>
  );
}

const Wish = ({ change }: { change: NonNullable<OwnOrganization['change']> }) => (
  <DefinitionList
    items={[
      { term: 'Asked for', description: change.name },
      { term: 'State', description: <NameChangeBadge state={change.state} /> },
      { term: 'Why', description: <q>{change.note}</q> },
      {
        term: 'Asked',
        description: (
          <>
            <RelativeTime at={change.askedAt} /> by {change.askedBy}
          </>
        ),
      },
      ...(change.decidedAt ? [{ term: 'Closed', description: <RelativeTime at={change.decidedAt} /> }] : []),
      ...(change.reason ? [{ term: 'Support says', description: <q>{change.reason}</q> }] : []),
    ]}
  />
);
