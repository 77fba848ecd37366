import { z } from 'zod';
import { dapRoles } from '@/lib/consent/dap-roles';
import { getCustomer } from '@/lib/partners/customer-queries';
import { collection } from '@/lib/wire/collection';
import { collectionOf } from './answer-schemas';
import { call } from './call';
import { ofCustomer } from './path-params';
import { noBody } from './read-call';

const named = z.object({ id: z.string(), name: z.string(), attributes: z.object({ objectType: z.string() }) });

/** What clients also ask of a customer, and there is none of here. */
const nothing = (name: string, summary: string) =>
  call({
    method: 'get',
    path: `/customers/{customerId}/${name}`,
    tag: 'Customers',
    summary,
    params: ofCustomer,
    query: z.object({}),
    body: noBody,
    answers: { 200: { description: 'Always empty: there are none here.', schema: collectionOf(named) } },
    async run({ actor, params: { customerId } }) {
      await getCustomer(actor, { id: customerId });
      return { status: 200, body: collection({ items: [], totalCount: 0, uri: `/customers/${customerId}/${name}` }) };
    },
  });

const qualification = call({
  method: 'get',
  path: '/customers/{customerId}/qualification',
  tag: 'Customers',
  summary: 'What special terms a customer qualifies for',
  params: ofCustomer,
  query: z.object({}),
  body: noBody,
  answers: { 200: { description: 'Always none: nothing is sold here.', schema: z.literal('none') } },
  async run({ actor, params: { customerId } }) {
    await getCustomer(actor, { id: customerId });
    return { status: 200, body: 'none' };
  },
});

const directoryRoles = call({
  method: 'get',
  path: '/customers/{customerId}/directoryroles',
  tag: 'Customers',
  summary: 'The directory roles that your staff holds in a customer’s organization',
  params: ofCustomer,
  query: z.object({}),
  body: noBody,
  answers: { 200: { description: 'None without delegated administration.', schema: collectionOf(named) } },
  async run({ actor, params: { customerId } }) {
    const { dap, own } = await getCustomer(actor, { id: customerId });
    const held = dap && own ? dapRoles : [];
    const attributes = { objectType: 'DirectoryRole' };
    const items = held.map(({ role }) => ({ id: role.toLowerCase().replaceAll(' ', '_'), name: role, attributes }));
    const uri = `/customers/${customerId}/directoryroles`;
    return { status: 200, body: collection({ items, totalCount: items.length, uri }) };
  },
});

export const neighborCalls = [
  nothing('managedservices', 'The services that you manage for a customer'),
  nothing('agreements', 'The agreements a customer signed'),
  qualification,
  directoryRoles,
];
