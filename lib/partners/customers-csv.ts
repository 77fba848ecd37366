import type { Actor } from '@/lib/auth/actor';
import { csvStream } from '@/lib/devices/csv-stream';
import { exportCustomers, type ListedCustomer } from './customer-queries';
import type { CustomerSearch } from './customer-search';
import { relationshipName } from './names';

type Column = [header: string, cell: (row: ListedCustomer) => string];

const columns: Column[] = [
  ['Company', ({ name }) => name],
  ['Domain', ({ domain }) => domain],
  ['Tenant id', ({ id }) => id],
  ['Relationship', relationshipName],
];
const dap: Column = ['Delegated administration', ({ dap }) => (dap ? 'Granted' : 'Not granted')];
const since: Column = ['Since', (row) => row.since.toISOString()];

/** Delegated administration is nothing that a manufacturer could have. */
const isOem = (actor: Actor | null): boolean =>
  (actor?.type === 'user' || actor?.type === 'client') && actor.tenant.partnerType === 'oem';

/** All customers that match, in the order of the list. */
export function customersCsv(actor: Actor | null, search: CustomerSearch): Promise<ReadableStream<Uint8Array>> {
  const shown = isOem(actor) ? [...columns, since] : [...columns, dap, since];
  return csvStream(
    shown.map(([header]) => header),
    (row: ListedCustomer) => shown.map(([, cell]) => cell(row)),
    (last) => exportCustomers(actor, last ? { ...search, after: last.consentId } : search),
  );
}
