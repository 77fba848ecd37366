import { CircleCheck, CircleMinus, CircleX, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useFormats } from '#formats';
import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import type { ConflictState } from '@/lib/conflicts/state';
import type { RowResult, RowStatus } from '@/lib/devices/row-results';

interface RowTableProps {
  rows: RowResult[];
  status: RowStatus | undefined;
  page: number;
  pageSize: number;
  /** Rows of that status. */
  total: number;
  href: (search: { status?: string; page?: string }) => string;
  /** By row, what became of asking for a device that another customer has. */
  conflicts: ReadonlyMap<number, { state: ConflictState; href: string }>;
  /** Where the release of such a device is asked for; null for who may not ask. */
  askHref: ((row: number) => string) | null;
}

const looks: Record<RowStatus, [word: string, tone: 'success' | 'neutral' | 'danger', icon: LucideIcon]> = {
  registered: ['Registered', 'success', CircleCheck],
  unchanged: ['Unchanged', 'neutral', CircleMinus],
  rejected: ['Rejected', 'danger', CircleX],
};
/** What each row was told, in file order. */
export function RowTable({ rows, status, page, pageSize, total, href, conflicts, askHref }: RowTableProps) {
  const { number } = useFormats();
  const filters = [undefined, 'registered', 'unchanged', 'rejected'] as const;
  return (
    <Card title="Rows">
      <nav aria-label="Filter rows" className="mb-4 flex flex-wrap gap-2">
        {filters.map((value) => (
          <Link
            key={value ?? 'all'}
            href={href({ status: value })}
            prefetch={false}
            aria-current={value === status ? 'page' : undefined}
            className="rounded-full border border-line-strong px-3 py-1 text-sm hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
          >
            {value ? looks[value][0] : 'All rows'}
          </Link>
        ))}
      </nav>
      <DataTable
        caption="Rows of the file, in its order"
        rows={rows}
        rowKey={(row) => String(row.row)}
        columns={[
          { key: 'row', header: 'Row', cell: ({ row }) => number(row) },
          { key: 'line', header: 'Line', align: 'right', cell: ({ line }) => number(line) },
          { key: 'device', header: 'Device', cell: (row) => <Identifiers row={row} /> },
          { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
          {
            key: 'message',
            header: 'What to know',
            cell: (row) => (
              <Message row={row}>
                {row.code === 'other_tenant' && <Conflict asked={conflicts.get(row.row)} ask={askHref?.(row.row)} />}
              </Message>
            ),
          },
        ]}
        empty={<EmptyState title="No such rows">No row of this file has that result.</EmptyState>}
      />
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        href={(to) => href({ status, page: to > 1 ? String(to) : undefined })}
      />
    </Card>
  );
}

function StatusBadge({ status }: { status: RowStatus }) {
  const [word, tone, icon] = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}

function Identifiers({ row }: { row: RowResult }) {
  const make = [row.manufacturer, row.model].filter(Boolean).join(' ');
  const names = [row.serialNumber, row.productKey, row.hasHash && 'Hardware hash'].filter(Boolean);
  return (
    <div className="grid gap-0.5 break-words md:min-w-52">
      <span>{names.length > 0 ? names.join(' · ') : <span className="text-muted">No identifier</span>}</span>
      {make && <span className="text-sm text-muted">{make}</span>}
    </div>
  );
}

/** The way out of a conflict, or how far it has come. */
function Conflict({ asked, ask }: { asked?: { state: ConflictState; href: string }; ask?: string }) {
  if (asked) {
    return (
      <span className="mt-1 flex flex-wrap items-center gap-2">
        <ConflictStateBadge state={asked.state} />
        <TextLink href={asked.href}>See your request</TextLink>
      </span>
    );
  }
  return ask ? (
    <span className="mt-1">
      <TextLink href={ask}>Ask for release</TextLink>
    </span>
  ) : null;
}

function Message({ row, children }: { row: RowResult; children: ReactNode }) {
  return (
    <div className="grid max-w-xl gap-0.5">
      {row.message && (
        <span>
          {row.column && row.status === 'rejected' && <span className="font-medium">{row.column}: </span>}
          {row.message}
        </span>
      )}
      {row.notices.map((notice) => (
        <span key={notice} className="text-sm text-muted">
          {notice}
        </span>
      ))}
      {children}
    </div>
  );
}
