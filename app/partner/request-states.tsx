import { BarChart } from '@/components/ui/bar-chart';
import { Card } from '@/components/ui/card';
import { requestStateNames } from '@/lib/consent/names';
import type { RequestState } from '@/lib/consent/state';

const always: RequestState[] = ['sent', 'opened', 'accepted', 'declined', 'expired'];

/** The states that matter every day, and the others as far as there are any. */
export function RequestStates({ byState }: { byState: Map<RequestState, number> }) {
  const states = (Object.keys(requestStateNames) as RequestState[]).filter(
    (state) => always.includes(state) || byState.has(state),
  );
  return (
    <Card title="Requests by state">
      <BarChart bars={states.map((state) => ({ label: requestStateNames[state], value: byState.get(state) ?? 0 }))} />
    </Card>
  );
}
