import { z } from 'zod';
import type { PartnerType } from '@/lib/auth/actor';
import { writeStandingAddress } from '@/lib/consent/standing-address';
import { listStandingLinks } from '@/lib/consent/standing-queries';
import { env } from '@/lib/env';
import { listLinked } from '@/lib/partners/linked-queries';
import { resellersOf } from '@/lib/partners/reached-queries';
import { paths } from '@/lib/paths';
import { collection } from '@/lib/wire/collection';
import { relationshipItem } from '@/lib/wire/customer-wire';
import { listQuery } from '@/lib/wire/list-query';
import { byText, readSeek, seekAmong, tokensOf } from '@/lib/wire/seek';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf, relationship, relationshipRequest } from './answer-schemas';
import type { Answer } from './call';
import { call } from './call';
import { noParams, ofCustomer } from './path-params';
import { noBody } from './read-call';

/** Where Microsoft's own links lead within their page; clients put parts of an address in front of it. */
const fragment = '#/BillingAccounts/partner-invitation';

/** Why a partner of this type hands out no link of its own; the others make one in the portal. */
const linkless: Partial<Record<PartnerType, string>> = {
  oem: 'A manufacturer sells nothing here: support issues its link.',
  indirect_provider:
    'A provider reaches customers through its resellers. Each reseller makes its standing link itself.',
};

const invitationLink = call({
  method: 'get',
  path: '/customers/relationshiprequests',
  tag: 'Relationships',
  summary: 'Your standing link, by which a customer’s administrator can accept a relationship',
  params: noParams,
  query: z.object({}),
  body: noBody,
  answers: {
    200: {
      description: 'Refused with 1000 until somebody of your organization has made the standing link, under Requests.',
      schema: relationshipRequest,
    },
  },
  async run({ actor }) {
    const { kind, places } = await listStandingLinks(actor, {});
    const { id: partnerId, partnerType } = actor.tenant;
    if (kind !== 'reseller') throw new WireError(403, codes.denied, linkless[partnerType ?? 'oem'] ?? '');
    const link = places[0]?.link;
    if (!link) {
      const where = `${env.APP_ORIGIN}${paths.standingLink()}`;
      throw new WireError(404, codes.notFound, `Your organization has no standing link yet. Make it at ${where}`);
    }
    const address = writeStandingAddress({ kind, partnerId, providerId: null, code: link.code, dap: false });
    const url = `${env.APP_ORIGIN}${paths.standingInvitation(address)}${fragment}`;
    return { status: 200, body: { url, attributes: { objectType: 'RelationshipRequest' } } };
  },
});

const types: Record<string, string> = {
  isindirectcloudsolutionproviderof: 'IsIndirectCloudSolutionProviderOf',
  isindirectresellerof: 'IsIndirectResellerOf',
};

type Related = Awaited<ReturnType<typeof listLinked>>[number];

const relatedPlace = z.object({ name: z.string(), id: z.uuid() });

/** One page of partners, by name. */
async function pageOf(partners: Related[], type: string, address: string, asked: Asked): Promise<Answer> {
  const placeOf = ({ sort, id }: Related) => ({ name: sort, id });
  const seek = readSeek(relatedPlace, asked.query, asked.headers, Math.max(1, partners.length));
  const page = await seekAmong(partners, seek, placeOf, (a, b) => byText(a.name, b.name) || byText(a.id, b.id));
  const items = page.rows.map((one) => relationshipItem(one, type));
  const uri = `${address}size=${seek.size}`;
  return {
    status: 200,
    body: collection({ items, totalCount: partners.length, uri, ...tokensOf(page, placeOf) }),
  };
}

interface Asked {
  query: Parameters<typeof readSeek>[1];
  headers: Headers;
}

const paging = listQuery.omit({ filter: true });

const listRelationships = call({
  method: 'get',
  path: '/relationships',
  tag: 'Relationships',
  summary: 'The partners you work with',
  params: noParams,
  query: paging.extend({ relationship_type: z.string('Say which: relationship_type.').max(100) }),
  body: noBody,
  answers: { 200: { description: 'All of them, or as many as `size` says.', schema: collectionOf(relationship) } },
  async run({ actor, query, headers }) {
    const type = types[query.relationship_type.toLowerCase().replaceAll('_', '')];
    if (!type) {
      const sentence = `relationship_type: ${Object.values(types).join(' or ')}.`;
      throw new WireError(400, codes.invalidProperty, sentence);
    }
    // Asked for whichever type it is: who may not see links learns nothing of them.
    const linked = await listLinked(actor, {});
    const provided = type === types.isindirectcloudsolutionproviderof ? linked : [];
    return pageOf(provided, type, `/relationships?relationship_type=${type}&`, { query, headers });
  },
});

const listOfCustomer = call({
  method: 'get',
  path: '/customers/{customerId}/relationships',
  tag: 'Relationships',
  summary: 'The indirect resellers by whom you reach a customer',
  params: ofCustomer,
  query: paging,
  body: noBody,
  answers: {
    200: {
      description: 'All of them, or as many as `size` says; none where the customer is your own.',
      schema: collectionOf(relationship),
    },
  },
  async run({ actor, params: { customerId }, query, headers }) {
    const resellers = await resellersOf(actor, { customerId });
    const address = `/customers/${customerId}/relationships?`;
    return pageOf(resellers, 'IsIndirectCloudSolutionProviderOf', address, { query, headers });
  },
});

export const relationshipCalls = [invitationLink, listRelationships, listOfCustomer];
