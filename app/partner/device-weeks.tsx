import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { ColumnChart } from '@/components/ui/column-chart';

/** Weeks from Monday, oldest first. Every third is named: there is no room for more on a phone. */
export function DeviceWeeks({ weeks }: { weeks: { from: Date; registered: number }[] }) {
  const { number, utcDay } = useFormats();
  const total = weeks.reduce((sum, { registered }) => sum + registered, 0);
  return (
    <Card title="Devices registered per week">
      {total === 0 && <p className="mb-4 text-muted">No device was registered in the last {weeks.length} weeks.</p>}
      <ColumnChart
        columns={weeks.map(({ from, registered }, at) => ({
          tick: (weeks.length - 1 - at) % 3 === 0 ? utcDay(from) : '',
          label: `Week of ${utcDay(from)}: ${number(registered)} devices`,
          value: registered,
        }))}
      />
    </Card>
  );
}
