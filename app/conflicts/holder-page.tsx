import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { deviceItems } from '@/components/conflicts/device-items';
import { ProgressNote } from '@/components/conflicts/progress-note';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { deviceLabel } from '@/lib/conflicts/names';
import { isOpen } from '@/lib/conflicts/state';
import type { HolderView } from '@/lib/conflicts/views';
import { HolderAnswers } from './holder-answers';

interface HolderPageProps {
  view: HolderView;
  /** The list it stands in. */
  list: { label: string; href: string };
  mayAnswer: boolean;
}

const whoReleased = { customer: 'By the customer', registrar: 'By the partner that registered it' };

/** A request to release a device, for the customer that has it and for the partner that registered it. */
export function HolderPage({ view, list, mayAnswer }: HolderPageProps) {
  const { id, state, device, customerName, askedAt, closedAt, releasedBy } = view;
  const label = deviceLabel(device);
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['conflicts']} name="Request" />
      <PageHeader title={`Release of ${label}`} breadcrumb={[list]} />
      <div className="grid gap-4">
        <ProgressNote view={view} />
        {isOpen(state) && (
          <Card title="Your answer">
            <div className="grid gap-4">
              <p>
                Another organization says that it bought this device, and asks you to let go of it. Support keeps its
                proof of purchase. Neither of you is told who the other is.
              </p>
              {mayAnswer ? (
                <HolderAnswers id={id} device={label} customerName={customerName} mayRefuse={state === 'asked'} />
              ) : (
                <p className="text-muted">Whoever may register devices in your organization can answer.</p>
              )}
            </div>
          </Card>
        )}
        <Card title="The device">
          <DefinitionList
            items={[
              { term: 'State', description: <ConflictStateBadge state={state} side="holder" /> },
              ...deviceItems(device),
              { term: closedAt ? 'Customer then' : 'Registered for', description: customerName },
              { term: 'Asked', description: <RelativeTime at={askedAt} /> },
              ...(closedAt ? [{ term: 'Settled', description: <RelativeTime at={closedAt} /> }] : []),
              ...(releasedBy ? [{ term: 'Released', description: whoReleased[releasedBy] }] : []),
            ]}
          />
        </Card>
      </div>
    </div>
  );
}
