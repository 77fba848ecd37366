import { BarChart } from '@/components/ui/bar-chart';
import { Card } from '@/components/ui/card';
import { failureNames } from '@/lib/devices/failure-names';
import type { DeskFigures } from '@/lib/support/figures-queries';

/** Why uploads failed lately, the commonest reason first. */
export function FailuresCard({ failures }: { failures: DeskFigures['failures'] }) {
  const names: Record<string, string> = failureNames;
  return (
    <Card title="Why uploads failed">
      <p className="mb-4 text-muted">
        {failures.length === 0 ? 'No upload failed in the last 30 days.' : 'Uploads of the last 30 days, by reason.'}
      </p>
      {failures.length > 0 && (
        <BarChart bars={failures.map(({ code, total }) => ({ label: names[code] ?? code, value: total }))} />
      )}
    </Card>
  );
}
