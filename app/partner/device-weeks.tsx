import { Card } from '@/components/ui/card';
import { ColumnChart } from '@/components/ui/column-chart';

const number = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Weeks from Monday, oldest first. Every third is named: there is no room for more on a phone. */
export function DeviceWeeks({ weeks }: { weeks: { from: Date; registered: number }[] }) {
  const total = weeks.reduce((sum, { registered }) => sum + registered, 0);
  return (
    <Card title="Devices registered per week">
      {total === 0 && <p className="mb-4 text-muted">No device was registered in the last {weeks.length} weeks.</p>}
      <ColumnChart
        columns={weeks.map(({ from, registered }, at) => ({
          tick: (weeks.length - 1 - at) % 3 === 0 ? day.format(from) : '',
          label: `Week of ${day.format(from)}: ${number.format(registered)} devices`,
          value: registered,
        }))}
      />
    </Card>
  );
}
