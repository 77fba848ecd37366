import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ListedSuspension } from '@/lib/suspensions/queries';
import { SuspensionStateBadge } from './suspension-state-badge';

const When = ({ at, by }: { at: Date; by: string | null }) => (
  <>
    <RelativeTime at={at} />
    {by && ` by ${by}`}
  </>
);

/** How a suspension came about and what became of it: who, when and why. */
export function SuspensionFacts({ suspension }: { suspension: ListedSuspension }) {
  const { state, reason, proposedAt, proposedBy, decidedAt, decidedBy, answer, closedAt, reinstatedBy } = suspension;
  const turnedDown = state === 'turned_down';
  return (
    <DefinitionList
      items={[
        { term: 'State', description: <SuspensionStateBadge state={state} /> },
        { term: 'Reason', description: <q>{reason}</q> },
        { term: 'Proposed', description: <When at={proposedAt} by={proposedBy} /> },
        ...(decidedAt
          ? [{ term: turnedDown ? 'Turned down' : 'Confirmed', description: <When at={decidedAt} by={decidedBy} /> }]
          : []),
        ...(closedAt && !turnedDown
          ? [{ term: 'Reinstated', description: <When at={closedAt} by={reinstatedBy} /> }]
          : []),
        ...(answer ? [{ term: turnedDown ? 'Why not' : 'Why reinstated', description: <q>{answer}</q> }] : []),
      ]}
    />
  );
}
