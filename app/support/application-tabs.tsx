import Link from 'next/link';
import { paths } from '@/lib/paths';

const queues = [
  { label: 'Partners', href: paths.partnerApplications() },
  { label: 'Names', href: paths.nameChanges() },
  { label: 'OEM links', href: paths.oemLinks() },
];

/** The queues of what partners, and those who want to be one, apply for; `here` is the one that is shown. */
export const ApplicationTabs = ({ here }: { here: string }) => (
  <nav aria-label="Applications" className="mb-4">
    <ul className="flex flex-wrap gap-1">
      {queues.map(({ label, href }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            aria-current={href === here ? 'page' : undefined}
            className="inline-flex min-h-7 items-center rounded-full px-3 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
