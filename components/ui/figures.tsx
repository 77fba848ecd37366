import { useFormats } from '#formats';
import { TextLink } from './text-link';

interface Figure {
  label: string;
  value: number;
  href?: string;
}

/** A row of numbers worth a look. */
export function Figures({ items }: { items: Figure[] }) {
  const { number } = useFormats();
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-sm sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {items.map(({ label, value, href }) => (
        <div
          key={label}
          className="grid content-between gap-1 bg-surface p-4 odd:last:col-span-2 sm:odd:last:col-span-1"
        >
          <dt className="text-sm text-muted">{href ? <TextLink href={href}>{label}</TextLink> : label}</dt>
          <dd className="text-2xl font-semibold tracking-tight tabular-nums">{number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
