import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { ColumnChart } from '@/components/ui/column-chart';
import { DataTable } from '@/components/ui/data-table';

/** A day is named every week, the first of them where its name does not pass the edge. */
const namedAfter = 3;

interface DaysCardProps {
  title: string;
  /** "consents were given", after how many. */
  happened: { one: string; many: string };
  /** Oldest first. */
  days: { from: Date; total: number }[];
}

/** How many of something there were each day: in a sentence, drawn, and in numbers for whoever wants them. */
export function DaysCard({ title, happened, days }: DaysCardProps) {
  const { number, utcDay } = useFormats();
  const all = days.reduce((sum, { total }) => sum + total, 0);
  const most = Math.max(0, ...days.map(({ total }) => total));
  const counted = (total: number) => `${number(total)} ${total === 1 ? happened.one : happened.many}`;
  return (
    <Card title={title}>
      <p className="mb-4 text-muted">
        {counted(all)} in the last {days.length} days{all > 0 && `, at most ${number(most)} on one day`}.
      </p>
      <ColumnChart
        dense
        columns={days.map(({ from, total }, at) => ({
          tick: (days.length - 1 - at) % 7 === namedAfter ? utcDay(from) : '',
          label: `${utcDay(from)}: ${number(total)}`,
          value: total,
        }))}
      />
      <details className="mt-4">
        <summary className="min-h-6 text-sm font-medium">In numbers</summary>
        <DataTable
          caption={title}
          rows={[...days].reverse()}
          rowKey={({ from }) => from.toISOString()}
          empty={null}
          columns={[
            { key: 'day', header: 'Day (UTC)', cell: ({ from }) => utcDay(from) },
            { key: 'total', header: 'Number', align: 'right', cell: ({ total }) => number(total) },
          ]}
        />
      </details>
    </Card>
  );
}
