import { type Dispatch, memo } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { Icon } from '@/components/ui/icon';
import type { RecipientProblems } from '@/lib/consent/check-recipients';
import type { Recipient } from '@/lib/consent/parse-recipients';
import type { RecipientRow, RowsChange } from './recipient-rows';

interface CellProps {
  id: string;
  position: number;
  field: keyof Recipient;
  value: string;
  problem: string | undefined;
  change: Dispatch<RowsChange>;
}

const labels: Record<keyof Recipient, string> = {
  recipientName: 'Recipient name',
  recipientEmail: 'Recipient email',
  organization: 'Organization',
};

/** Kept as long as nothing about it changed: a list has up to 1,500 of them. */
const Cell = memo(function Cell({ id, position, field, value, problem, change }: CellProps) {
  return (
    <span className="grid min-w-40 gap-1">
      <input
        value={value}
        onChange={(event) => change({ type: 'edit', id, field, value: event.target.value })}
        aria-label={`${labels[field]}, row ${position}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-${field}` : undefined}
        autoComplete="off"
        spellCheck={false}
        className="control"
      />
      {problem && (
        <span id={`${id}-${field}`} className="text-sm font-medium text-danger">
          {problem}
        </span>
      )}
    </span>
  );
});

interface RecipientTableProps {
  rows: RecipientRow[];
  /** By position, like the rows. */
  problems: RecipientProblems[];
  change: Dispatch<RowsChange>;
}

/** The list as it will be sent, to fix in place. */
export function RecipientTable({ rows, problems, change }: RecipientTableProps) {
  const numbered = rows.map((row, at) => ({ row, position: at + 1, problems: { ...row.refused, ...problems[at] } }));
  const column = (field: keyof Recipient) => ({
    key: field,
    header: labels[field],
    cell: ({ row, position, problems }: (typeof numbered)[number]) => (
      <Cell {...{ id: row.id, position, field, change }} value={row[field]} problem={problems[field]} />
    ),
  });
  return (
    <DataTable
      caption="Recipients"
      rows={numbered}
      rowKey={({ row }) => row.id}
      empty={null}
      columns={[
        { key: 'position', header: 'Row', cell: ({ position }) => <span className="leading-9">{position}</span> },
        column('recipientName'),
        column('recipientEmail'),
        column('organization'),
        {
          key: 'drop',
          header: 'Action',
          cell: ({ row, position }) => (
            <span className="grid gap-1">
              <button
                type="button"
                onClick={() => change({ type: 'drop', id: row.id })}
                aria-label={`Drop row ${position}`}
                title={`Drop row ${position}`}
                className="inline-grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
              >
                <Icon name="cross" />
              </button>
              {row.refused?.root && <span className="text-sm font-medium text-danger">{row.refused.root}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}
