import type { Actor } from '@/lib/auth/actor';
import { csvStream } from '@/lib/devices/csv-stream';
import type { ActivitySearch } from './activity-search';
import { describeDetail } from './detail-words';
import { type Activity, exportActivity } from './queries';
import { wordingOf } from './sentences';

const header = [
  'Time',
  'Person',
  'Organization',
  'Action',
  'What happened',
  'Customer',
  'Partner',
  'Provider',
  'Details',
  'Subject id',
  'Event',
  'Hash',
];

function cells(row: Activity): string[] {
  const { label, say, subject } = wordingOf(row.action);
  const details = describeDetail(row.detail).map(({ term, lines }) => `${term}: ${lines.join(' / ')}`);
  return [
    row.at.toISOString(),
    row.person,
    row.organization ?? '',
    label,
    say(row),
    row.customer ?? '',
    row.partner ?? '',
    row.provider ?? '',
    details.join('; '),
    (subject && row.subjectId) ?? '',
    String(row.seq),
    row.hash,
  ];
}

/** All events that a search finds, latest first. */
export const activityCsv = (actor: Actor | null, search: ActivitySearch): Promise<ReadableStream<Uint8Array>> =>
  csvStream(header, cells, (last) =>
    exportActivity(actor, last ? { ...search, after: { at: last.at, seq: last.seq } } : search),
  );
