import Link from 'next/link';
import { paths } from '@/lib/paths';

export const sides = {
  asked: {
    label: 'Asked by you',
    empty: 'You have not asked for a device',
    hint: 'When an upload is refused a device that somebody else has registered, you can ask for its release at that row of the result.',
  },
  received: {
    label: 'Asked of you',
    empty: 'Nobody asks for a device of yours',
    hint: 'A request appears here when somebody else wants to register a device that you have registered.',
  },
} as const;

type Side = keyof typeof sides;

/** One of the two sides, in the address. */
export const SideFilter = ({ show }: { show: Side }) => (
  <nav aria-label="Filter by side" className="mb-4">
    <ul className="flex flex-wrap gap-1">
      {(Object.keys(sides) as Side[]).map((side) => (
        <li key={side}>
          <Link
            href={paths.conflicts({ show: side === 'asked' ? undefined : side })}
            prefetch={false}
            aria-current={side === show ? 'true' : undefined}
            className="inline-flex min-h-7 items-center rounded-full px-3 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
          >
            {sides[side].label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
