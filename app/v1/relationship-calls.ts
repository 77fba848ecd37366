import { z } from 'zod';
import type { Organization } from '@/lib/auth/actor';
import { writeStandingAddress } from '@/lib/consent/standing-address';
import { listStandingLinks } from '@/lib/consent/standing-queries';
import { env } from '@/lib/env';
import { listLinked } from '@/lib/partners/linked-queries';
import { ownOrganization } from '@/lib/partners/organization-queries';
import { resellersOf } from '@/lib/partners/reached-queries';
import { paths } from '@/lib/paths';
import { collection } from '@/lib/wire/collection';
import { relationshipItem } from '@/lib/wire/customer-wire';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf, relationship, relationshipRequest } from './answer-schemas';
import type { Answer } from './call';
import { call } from './call';
import { noParams, ofCustomer } from './path-params';
import { noBody } from './read-call';

/** Where Microsoft's own links lead within their page; clients put parts of an address in front of it. */
const fragment = '#/BillingAccounts/partner-invitation';

/** The parts of the address that customers open, for whoever has made no standing link yet: Microsoft's, which lead nowhere here. */
const unmade = ({ id, partnerType }: Organization, mpnId: string | null) => ({
  invType: partnerType === 'indirect_provider' ? 'IndirectResellerRelationship' : 'ResellerRelationship',
  partnerId: id,
  msppId: partnerType === 'indirect_provider' ? (mpnId ?? '0') : '0',
  DAP: 'false',
});

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
      description: 'It works once somebody of your organization has made the standing link under Requests.',
      schema: relationshipRequest,
    },
  },
  async run({ actor }) {
    if (actor.tenant.partnerType === 'oem')
      throw new WireError(403, codes.denied, 'A manufacturer sells nothing here: support issues its link.');
    const { kind, places } = await listStandingLinks(actor, {});
    const link = kind === 'reseller' ? places[0]?.link : null;
    const partnerId = actor.tenant.id;
    const address = link
      ? writeStandingAddress({ kind: 'reseller', partnerId, providerId: null, code: link.code, dap: false })
      : unmade(actor.tenant, (await ownOrganization(actor, {})).mpnId);
    const url = `${env.APP_ORIGIN}${paths.standingInvitation(address)}${fragment}`;
    return { status: 200, body: { url, attributes: { objectType: 'RelationshipRequest' } } };
  },
});

const types: Record<string, string> = {
  isindirectcloudsolutionproviderof: 'IsIndirectCloudSolutionProviderOf',
  isindirectresellerof: 'IsIndirectResellerOf',
};

const whole = (items: unknown[], uri: string): Answer => ({
  status: 200,
  body: collection({ items, totalCount: items.length, uri }),
});

const listRelationships = call({
  method: 'get',
  path: '/relationships',
  tag: 'Relationships',
  summary: 'The partners you work with',
  params: noParams,
  query: z.object({ relationship_type: z.string('Say which: relationship_type.').max(100) }),
  body: noBody,
  answers: { 200: { description: 'All of them.', schema: collectionOf(relationship) } },
  async run({ actor, query }) {
    const type = types[query.relationship_type.toLowerCase().replaceAll('_', '')];
    if (!type) {
      const sentence = `relationship_type: ${Object.values(types).join(' or ')}.`;
      throw new WireError(400, codes.invalidProperty, sentence);
    }
    const uri = `/relationships?relationship_type=${type}`;
    // Asked for whichever type it is: who may not see links learns nothing of them.
    const linked = await listLinked(actor, {});
    const provided = type === types.isindirectcloudsolutionproviderof ? linked : [];
    return whole(
      provided.map((one) => relationshipItem(one, type)),
      uri,
    );
  },
});

const listOfCustomer = call({
  method: 'get',
  path: '/customers/{customerId}/relationships',
  tag: 'Relationships',
  summary: 'The indirect resellers by whom you reach a customer',
  params: ofCustomer,
  query: z.object({}),
  body: noBody,
  answers: {
    200: { description: 'All of them; none where the customer is your own.', schema: collectionOf(relationship) },
  },
  async run({ actor, params: { customerId } }) {
    const resellers = await resellersOf(actor, { customerId });
    const items = resellers.map((one) => relationshipItem(one, 'IsIndirectCloudSolutionProviderOf'));
    return whole(items, `/customers/${customerId}/relationships`);
  },
});

export const relationshipCalls = [invitationLink, listRelationships, listOfCustomer];
