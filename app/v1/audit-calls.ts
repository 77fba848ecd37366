import { z } from 'zod';
import { activitySearch } from '@/lib/audit/activity-search';
import { exportActivity } from '@/lib/audit/queries';
import type { MaybeActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { auditWindow } from '@/lib/wire/audit-window';
import { type AuditRecord, auditRecord } from '@/lib/wire/audit-wire';
import { collection, readToken, writeToken } from '@/lib/wire/collection';
import { type Filter, listQuery, readFilter } from '@/lib/wire/list-query';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf, auditRecord as schema } from './answer-schemas';
import { call } from './call';
import { noParams } from './path-params';
import { noBody } from './read-call';

/** Pieces of the log that one call looks through at most; it then ends early, and the token leads on. */
const piecesAtMost = 20;

const fields: Record<string, (record: AuditRecord) => string> = {
  companyname: ({ customerName }) => customerName ?? '',
  customername: ({ customerName }) => customerName ?? '',
  customerid: ({ customerId }) => customerId ?? '',
  operationtype: ({ operationType }) => operationType,
  resourcetype: ({ resourceType }) => resourceType,
  userprincipalname: ({ userPrincipalName }) => userPrincipalName,
};

function matching(filter: Filter | null): (record: AuditRecord) => boolean {
  if (!filter) return () => true;
  const read = fields[filter.field];
  if (!read) {
    const names = 'CompanyName, CustomerId, OperationType, ResourceType or UserPrincipalName';
    throw new WireError(400, codes.invalidProperty, `filter: Field is ${names}.`);
  }
  const value = filter.value.toLowerCase();
  const plain = (text: string) => text.replaceAll('_', '');
  if (filter.operator === 'substring') return (record) => read(record).toLowerCase().includes(value);
  if (filter.operator !== 'equals')
    throw new WireError(400, codes.invalidProperty, 'filter: Operator is equals or substring.');
  return (record) => plain(read(record).toLowerCase()) === plain(value);
}

const place = z.object({ at: z.iso.datetime().transform((text) => new Date(text)), seq: z.int() });
const day = (at: Date) => at.toISOString().slice(0, 10);

interface Asked {
  start: Date;
  end: Date;
  size: number;
  matches: (record: AuditRecord) => boolean;
  after: z.output<typeof place> | undefined;
}

async function find(actor: MaybeActor, partnerId: string, { start, end, size, matches, after }: Asked) {
  const search = activitySearch.parse({ from: day(start), to: day(end) });
  const items: AuditRecord[] = [];
  let last = after;
  for (let piece = 0; piece < piecesAtMost; piece++) {
    const events = await exportActivity(actor, { ...search, after: last });
    if (events.length === 0) return { items, last: undefined };
    for (const event of events) {
      last = { at: event.at, seq: event.seq };
      const record = event.at >= start && event.at <= end ? auditRecord(event, partnerId) : null;
      if (record && matches(record)) items.push(record);
      if (items.length === size) return { items, last };
    }
  }
  return { items, last };
}

const listRecords = call({
  method: 'get',
  path: '/auditrecords',
  tag: 'Activity',
  summary: 'What happened that concerns you, latest first',
  params: noParams,
  query: listQuery.extend({ startDate: z.string().max(50).optional(), endDate: z.string().max(50).optional() }),
  body: noBody,
  answers: {
    200: { description: 'A page of it. Where a token comes with it there may be more.', schema: collectionOf(schema) },
  },
  async run({ actor, query, headers }) {
    const { startDate, endDate, seekOperation } = query;
    if (seekOperation && seekOperation !== 'next' && seekOperation !== 'first')
      throw new WireError(400, codes.invalidProperty, 'seekOperation: Next or First; the log is read from now back.');
    const window = auditWindow(startDate, endDate, now());
    const token = seekOperation === 'first' ? undefined : readToken(headers.get('MS-ContinuationToken'));
    const after = token && place.safeParse(token);
    if (after && !after.success)
      throw new WireError(400, codes.invalidInput, 'MS-ContinuationToken belongs to another list.');
    const size = query.size || 100;
    const asked = { ...window, size, matches: matching(readFilter(query.filter)), after: after?.data };
    const { items, last } = await find(actor, actor.tenant.id, asked);
    const given = Object.entries({ startDate, endDate, size: String(size), filter: query.filter });
    const said = given.filter((pair): pair is [string, string] => pair[1] !== undefined);
    const uri = `/auditrecords?${new URLSearchParams(said)}`;
    const next = last ? writeToken({ at: last.at.toISOString(), seq: last.seq }) : null;
    return { status: 200, body: collection({ items, totalCount: items.length, uri, next }) };
  },
});

export const auditCalls = [listRecords];
