'use client';

import { useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/field';
import type { Columns } from '@/lib/devices/parse-header';
import type { PreviewRow } from '@/lib/devices/preview-rows';
import type { PreviewControls } from './use-preview';

interface PreviewRowCardProps {
  row: PreviewRow;
  columns: Columns;
  /** Without it there is nothing to correct here. */
  onEdit: PreviewControls['edit'] | undefined;
}

function StatusBadge({ row: { status, edited } }: { row: PreviewRow }) {
  if (status === 'rejected') return <Badge tone="danger">Rejected</Badge>;
  if (status === 'dropped') return <Badge tone="neutral">Left out</Badge>;
  if (status === 'unchanged') return <Badge tone="info">Already registered</Badge>;
  return edited ? <Badge tone="success">Corrected</Badge> : <Badge tone="success">New</Badge>;
}

/** One row of the file: what is wrong with it, and its cells to correct. */
export function PreviewRowCard({ row, columns, onEdit }: PreviewRowCardProps) {
  const id = useId();
  const { cells, fault, notices, status } = row;
  const read = new Set(Object.values(columns.at));
  // What is read, what was written there by mistake, and nothing else.
  const positions = Array.from({ length: Math.max(columns.headers.length, cells.length) }, (_, at) => at).filter(
    (at) => read.has(at) || (at >= columns.headers.length && cells[at]?.trim()),
  );
  const change = (at: number, value: string) => {
    if (value === (cells[at] ?? '')) return;
    const next = Array.from({ length: Math.max(cells.length, at + 1) }, (_, position) => cells[position] ?? '');
    next[at] = value;
    onEdit?.(row, { cells: next });
  };
  return (
    <div className="grid gap-2 border-b border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="font-medium tabular-nums">
          {onEdit ? 'Row' : 'Device'} {row.row}{' '}
          {onEdit && <span className="font-normal text-muted">· line {row.line}</span>}
        </p>
        <StatusBadge row={row} />
        {onEdit && (
          <Button
            variant="ghost"
            size="sm"
            className="ml-auto"
            aria-label={`${status === 'dropped' ? 'Put back' : 'Leave out'} row ${row.row}`}
            onClick={() => onEdit(row, { dropped: status !== 'dropped' })}
          >
            {status === 'dropped' ? 'Put back' : 'Leave out'}
          </Button>
        )}
      </div>
      {fault && (
        <p id={`${id}-fault`} className={status === 'unchanged' ? 'text-muted' : 'text-danger'}>
          {fault.column && <span className="font-medium">{fault.column}: </span>}
          {fault.message}
        </p>
      )}
      {!onEdit && (
        <p className="break-words">
          {positions
            .map((at) => cells[at])
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {notices.map((notice) => (
        <p key={notice} className="text-sm text-muted">
          {notice}
        </p>
      ))}
      {onEdit && status !== 'dropped' && (
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
          {positions.map((at) => {
            const name = columns.headers[at] || `Column ${at + 1}`;
            const wrong = status === 'rejected' && fault?.column === name;
            return (
              <Cell
                key={at}
                name={name}
                row={row.row}
                value={cells[at] ?? ''}
                fault={wrong ? `${id}-fault` : undefined}
                onChange={(value) => change(at, value)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

interface CellProps {
  name: string;
  row: number;
  value: string;
  /** Where it says what is wrong with it. */
  fault: string | undefined;
  onChange: (value: string) => void;
}

/** Counts once it is left, or with Enter: not with every key. */
function Cell({ name, row, value, fault, onChange }: CellProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <div className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className="truncate text-xs text-muted">
        {name}
        <span className="sr-only"> of row {row}</span>
      </label>
      <TextInput
        id={id}
        value={typed}
        className="w-full min-w-0"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => onChange(typed)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onChange(typed);
        }}
      />
    </div>
  );
}
