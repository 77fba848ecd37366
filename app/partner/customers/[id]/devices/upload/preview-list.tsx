'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Columns } from '@/lib/devices/parse-header';
import type { PreviewRow } from '@/lib/devices/preview-rows';
import { PreviewRowCard } from './preview-row-card';
import type { PreviewControls } from './use-preview';

interface PreviewListProps {
  rows: PreviewRow[];
  columns: Columns;
  onEdit: PreviewControls['edit'] | undefined;
}

/** The rows of a preview. What was typed in is so short that all of it is drawn. */
export default function PreviewList({ rows, columns, onEdit }: PreviewListProps) {
  if (onEdit) return <LongList rows={rows} columns={columns} onEdit={onEdit} />;
  return (
    <ul aria-label="Devices typed in" className="overflow-hidden rounded-lg border border-line">
      {rows.map((row) => (
        <li key={row.row}>
          <PreviewRowCard row={row} columns={columns} onEdit={undefined} />
        </li>
      ))}
    </ul>
  );
}

/** Draws only what is in view: ten thousand rows scroll like ten. */
function LongList({ rows, columns, onEdit }: PreviewListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 130,
    getItemKey: (at) => rows[at]?.row ?? at,
    overscan: 4,
  });
  return (
    <section
      ref={frame}
      aria-label="Rows of the file"
      className="max-h-128 overflow-y-auto rounded-lg border border-line"
    >
      <ul className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <PreviewRowCard row={row} columns={columns} onEdit={onEdit} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
