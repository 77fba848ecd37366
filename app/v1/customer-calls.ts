import { z } from 'zod';
import { endConsent } from '@/lib/consent/end-consent';
import { waiveDap } from '@/lib/consent/waive-dap';
import { getCustomer } from '@/lib/partners/customer-queries';
import { listReached } from '@/lib/partners/reached-queries';
import { collection } from '@/lib/wire/collection';
import { customerItem, customerWhole } from '@/lib/wire/customer-wire';
import { type Filter, listQuery, readFilter } from '@/lib/wire/list-query';
import { readSeek, tokensOf } from '@/lib/wire/seek';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf, customer, wholeCustomer } from './answer-schemas';
import { call } from './call';
import { noParams, ofCustomer } from './path-params';
import { noBody } from './read-call';

type Asking = Parameters<typeof listReached>[1];
type Found = Awaited<ReturnType<typeof listReached>>['customers'][number];

const fields: Record<string, (value: string) => Partial<Asking>> = {
  companyname: (name) => ({ name }),
  domain: (domain) => ({ domain }),
  indirectreseller: (reseller) => ({ reseller: id(reseller) }),
  indirectcloudsolutionprovider: (provider) => ({ provider: id(provider) }),
};

function id(value: string): string {
  const found = z.uuid().safeParse(value.toLowerCase());
  if (!found.success)
    throw new WireError(400, codes.invalidProperty, 'filter: Value is the id of a partner here, a GUID.');
  return found.data;
}

function narrowed(filter: Filter | null): Partial<Asking> {
  if (!filter) return {};
  const narrow = fields[filter.field];
  if (!narrow) {
    const names = 'CompanyName, Domain, IndirectReseller or IndirectCloudSolutionProvider';
    throw new WireError(400, codes.invalidProperty, `filter: Field is ${names}.`);
  }
  if (filter.operator !== 'startswith')
    throw new WireError(400, codes.invalidProperty, 'filter: Operator is starts_with.');
  return narrow(filter.value);
}

const place = z.object({ name: z.string(), id: z.uuid() });
const placeOf = (row: Found) => ({ name: row.sort, id: row.consentId });

const listCustomers = call({
  method: 'get',
  path: '/customers',
  tag: 'Customers',
  summary: 'The customers you may act for, by name',
  params: noParams,
  query: listQuery,
  body: noBody,
  answers: { 200: { description: 'A page of them.', schema: collectionOf(customer) } },
  async run({ actor, query, headers }) {
    const filter = readFilter(query.filter);
    // With a filter, size 0 is all that it finds.
    const size = query.size === 0 && filter ? 0 : query.size || undefined;
    const seek = readSeek(place, { ...query, size: size || undefined }, headers);
    const asked = { ...seek, size: size ?? seek.size, ...narrowed(filter) };
    const { customers, total, hasNext, hasPrevious } = await listReached(actor, asked);
    const uri = `/customers?size=${asked.size}${query.filter ? `&filter=${encodeURIComponent(query.filter)}` : ''}`;
    const { next, previous } = tokensOf({ rows: customers, hasNext, hasPrevious }, placeOf);
    const body = collection({ items: customers.map(customerItem), totalCount: total, uri, next, previous });
    return { status: 200, body };
  },
});

const readCustomer = call({
  method: 'get',
  path: '/customers/{customerId}',
  tag: 'Customers',
  summary: 'One customer, with whether it granted delegated administration',
  params: ofCustomer,
  query: z.object({}),
  body: noBody,
  answers: { 200: { description: 'The customer.', schema: wholeCustomer } },
  run: async ({ actor, params }) => ({
    status: 200,
    body: customerWhole(await getCustomer(actor, { id: params.customerId })),
  }),
});

const change = z.object({
  relationshipToPartner: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['none', 'reseller'], 'Only none.'))
    .optional(),
  allowDelegatedAccess: z.boolean('true or false.').optional(),
});

const changeCustomer = call({
  method: 'patch',
  path: '/customers/{customerId}',
  tag: 'Customers',
  summary: 'End the relationship, or give delegated administration back',
  params: ofCustomer,
  query: z.object({}),
  body: change,
  answers: { 200: { description: 'What was asked, as it is now.' } },
  async run({ actor, params: { customerId }, body }) {
    const { own, dap, ...found } = await getCustomer(actor, { id: customerId });
    if (!own) {
      const sentence = 'The consent is your reseller’s. Ask the reseller to change it.';
      throw new WireError(403, codes.denied, sentence);
    }
    const { consentId } = own;
    if (body.relationshipToPartner === 'none') {
      await endConsent(actor, { consentId });
      const attributes = { objectType: 'Customer' };
      return { status: 200, body: { id: customerId, relationshipToPartner: 'none', attributes } };
    }
    if (body.allowDelegatedAccess === true && !dap) {
      const sentence = 'allowDelegatedAccess: Only the customer can grant it. Ask for it by a consent request.';
      throw new WireError(400, codes.invalidProperty, sentence);
    }
    if (body.allowDelegatedAccess === false) await waiveDap(actor, { consentId });
    const allowed = body.allowDelegatedAccess === false ? false : dap;
    return { status: 200, body: customerWhole({ ...found, dap: allowed }) };
  },
});

export const customerCalls = [listCustomers, readCustomer, changeCustomer];
