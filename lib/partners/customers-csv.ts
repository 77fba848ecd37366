import type { Actor } from '@/lib/auth/actor';
import { csvLine } from '@/lib/devices/escape-cell';
import { exportCustomers, type ListedCustomer } from './customer-queries';
import type { CustomerSearch } from './customer-search';
import { relationshipName } from './names';

const header = ['Company', 'Domain', 'Tenant id', 'Relationship', 'Delegated administration', 'Since'];

const cells = (row: ListedCustomer): string[] => [
  row.name,
  row.domain,
  row.id,
  relationshipName(row),
  row.dap ? 'Granted' : 'Not granted',
  row.since.toISOString(),
];

/**
 * All customers that match, as RFC 4180 text in UTF-8 with a byte order mark (spreadsheets take it for something else
 * without), piece by piece as it is read. The first piece is read before this resolves, so that a refusal is an error and
 * not half a file.
 */
export async function customersCsv(actor: Actor | null, search: CustomerSearch): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let rows = await exportCustomers(actor, search);
  let opening = `\ufeff${csvLine(header)}`;
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(encoder.encode(opening + rows.map((row) => csvLine(cells(row))).join('')));
      opening = '';
      const last = rows.at(-1);
      rows = last ? await exportCustomers(actor, { ...search, after: last.consentId }) : [];
      if (rows.length === 0) controller.close();
    },
  });
}
