import type { Actor } from '@/lib/auth/actor';
import { csvLine } from '@/lib/devices/escape-cell';
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

/**
 * All events that a search finds, latest first, as RFC 4180 text in UTF-8 with a byte order mark, piece by piece as it is
 * read. The first piece is read before this resolves, so that a refusal is an error and not half a file.
 */
export async function activityCsv(actor: Actor | null, search: ActivitySearch): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let rows = await exportActivity(actor, search);
  let opening = `\ufeff${csvLine(header)}`;
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(encoder.encode(opening + rows.map((row) => csvLine(cells(row))).join('')));
      opening = '';
      const last = rows.at(-1);
      rows = last ? await exportActivity(actor, { ...search, after: { at: last.at, seq: last.seq } }) : [];
      if (rows.length === 0) controller.close();
    },
  });
}
