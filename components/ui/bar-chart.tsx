import { useFormats } from '#formats';

interface Bar {
  label: string;
  value: number;
}

/** Amounts side by side, largest possible bar for the largest amount. The words carry it; the drawing helps. */
export function BarChart({ bars }: { bars: Bar[] }) {
  const { number } = useFormats();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <dl className="grid grid-cols-[fit-content(55%)_1fr_max-content] items-center gap-x-3 gap-y-2">
      {bars.map(({ label, value }) => (
        <div key={label} className="col-span-full grid grid-cols-subgrid items-center">
          <dt>{label}</dt>
          <dd className="col-span-2 grid grid-cols-subgrid items-center">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="h-3 w-full rounded-sm">
              <rect width="100" height="10" className="fill-sunken" />
              <rect width={(value / most) * 100} height="10" className="fill-accent" />
            </svg>
            <span className="text-right tabular-nums">{number(value)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
