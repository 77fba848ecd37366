import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ConflictFile } from '@/lib/conflicts/queue-queries';

const who = {
  asker: 'Withdrawn',
  customer: 'Released by the customer',
  registrar: 'Released by the partner',
  support: 'Decided',
};

/** How a conflict stands, with its clock. */
export function ConflictState({ file: { conflict, closedByName } }: { file: ConflictFile }) {
  const { state, answerBy, escalatedAt, escalatedWhy, closedAt, closedBy, answer } = conflict;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ConflictStateBadge state={state} />
        {state === 'asked' && (
          <span>
            The holder’s answer is due <RelativeTime at={answerBy} />. After that you decide.
          </span>
        )}
        {state === 'escalated' && escalatedAt && (
          <span>
            {escalatedWhy === 'refused' ? 'The holder refused' : 'The holder did not answer'}; with support since{' '}
            <RelativeTime at={escalatedAt} />
          </span>
        )}
        {closedAt && (
          <span>
            {closedBy ? who[closedBy] : 'Closed'} <RelativeTime at={closedAt} />
            {closedByName && ` (${closedByName})`}
          </span>
        )}
      </p>
      {answer && (
        <p>
          Both sides were told: <q>{answer}</q>
        </p>
      )}
    </div>
  );
}
