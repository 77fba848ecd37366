import Link from 'next/link';
import { requestStateNames } from '@/lib/consent/names';
import { type RequestSearch, requestSearchParams } from '@/lib/consent/request-search';
import { requestStates } from '@/lib/consent/state';
import { paths } from '@/lib/paths';

const states = [undefined, ...requestStates] as const;

/** One state or all, in the address. */
export const StateFilter = ({ search }: { search: RequestSearch }) => (
  <nav aria-label="Filter by state">
    <ul className="flex flex-wrap gap-1">
      {states.map((state) => (
        <li key={state ?? 'all'}>
          <Link
            href={paths.requests(requestSearchParams({ ...search, state }))}
            prefetch={false}
            aria-current={state === search.state ? 'true' : undefined}
            className="inline-flex min-h-7 items-center rounded-full px-3 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
          >
            {state ? requestStateNames[state] : 'All'}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
