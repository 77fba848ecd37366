import type { Actor } from '@/lib/auth/actor';
import { csvStream } from '@/lib/devices/csv-stream';
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

/** All customers that match, in the order of the list. */
export const customersCsv = (actor: Actor | null, search: CustomerSearch): Promise<ReadableStream<Uint8Array>> =>
  csvStream(header, cells, (last) => exportCustomers(actor, last ? { ...search, after: last.consentId } : search));
