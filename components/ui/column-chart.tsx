import { useFormats } from '#formats';

interface Column {
  /** Under the column; may be left empty where there is no room for every one. */
  tick: string;
  /** Read out, and shown on hover. */
  label: string;
  value: number;
}

interface ColumnChartProps {
  columns: Column[];
  /** For more columns than a phone has room for numbers over: none has its number, they stand closer. */
  dense?: boolean;
}

/** Amounts over time. A list to a screen reader; the drawing is SVG, made by the server. */
export function ColumnChart({ columns, dense = false }: ColumnChartProps) {
  const { compact } = useFormats();
  const most = Math.max(1, ...columns.map(({ value }) => value));
  return (
    <ol className={`grid auto-cols-fr grid-flow-col ${dense ? 'gap-0.5 sm:gap-1' : 'gap-1 sm:gap-2'}`}>
      {columns.map(({ tick, label, value }) => {
        const height = value === 0 ? 0.5 : Math.max(2, (value / most) * 100);
        return (
          <li key={label} title={label} className="min-w-0 text-center text-xs text-muted">
            <span className="sr-only">{label}</span>
            {!dense && (
              <span aria-hidden className="block h-4 tabular-nums">
                {value > 0 && compact(value)}
              </span>
            )}
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" className="h-32 w-full">
              <rect
                width="10"
                y={100 - height}
                height={height}
                className={value === 0 ? 'fill-line-strong' : 'fill-accent'}
              />
            </svg>
            <span aria-hidden className="mt-1 flex h-4 justify-center whitespace-nowrap">
              {tick}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
