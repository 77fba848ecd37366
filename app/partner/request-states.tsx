import { BarChart } from '@/components/ui/bar-chart';
import { Card } from '@/components/ui/card';
import { type RequestState, requestStateNames } from '@/lib/consent/names';

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
