import { z } from 'zod';
import { createProfile } from '@/lib/profiles/create-profile';
import { deleteProfile } from '@/lib/profiles/delete-profile';
import { editProfile } from '@/lib/profiles/edit-profile';
import { getProfile, listProfiles } from '@/lib/profiles/queries';
import { profileSettings } from '@/lib/profiles/settings';
import { collection } from '@/lib/wire/collection';
import { profileCategory } from '@/lib/wire/device-wire';
import { entityTag, revisionAsked, stale } from '@/lib/wire/entity-tag';
import { listQuery } from '@/lib/wire/list-query';
import { byText, readSeek, seekAmong, tokensOf } from '@/lib/wire/seek';
import { codes, WireError } from '@/lib/wire/wire-error';
import { collectionOf, policy } from './answer-schemas';
import { type Answer, call } from './call';
import { ofCustomer, ofPolicy } from './path-params';
import { noBody } from './read-call';

type Profile = Omit<Awaited<ReturnType<typeof getProfile>>, 'customer'>;

const policyItem = ({ id, name, description, devices, settings, createdAt, updatedAt, revision }: Profile) => ({
  id,
  name,
  category: profileCategory,
  description,
  devicesAssigned: devices > 0,
  devicesAssignedCount: devices,
  policySettings: settings.length > 0 ? settings : ['none'],
  createdDate: createdAt.toISOString(),
  lastModifiedDate: updatedAt.toISOString(),
  attributes: { etag: entityTag(revision), objectType: 'ConfigurationPolicy' },
});

/** One policy, with the tag that says which state of it this is. */
const answered = (profile: Profile): Answer => ({
  status: 200,
  headers: { ETag: entityTag(profile.revision) },
  body: policyItem(profile),
});

const setting = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['none', ...profileSettings]));

/** Whoever leaves the license terms out accepts them for the customer; the documentation says so where it lists the settings. */
const given = z
  .object({
    name: z.string('Give the policy a name.').max(1000),
    category: z
      .string()
      .toLowerCase()
      .pipe(z.literal(profileCategory, `Only ${profileCategory}.`))
      .optional(),
    description: z.string().max(5000).optional(),
    policySettings: z
      .array(setting)
      .max(20)
      .default([])
      .describe('With skip_eula you accept the license terms of Windows for the customer.'),
  })
  .transform(({ name, description = '', policySettings }) => {
    const settings = profileSettings.filter((one) => policySettings.includes(one));
    return { name, description, settings, acceptsTerms: settings.includes('skip_eula') };
  });

const taken = () => new WireError(400, codes.invalidProperty, 'name: This customer has a policy of that name already.');
const one = { 200: { description: 'The policy.', schema: policy } };
const ofOne = { path: '/customers/{customerId}/policies/{policyId}', tag: 'Policies', params: ofPolicy } as const;
const ofAll = { path: '/customers/{customerId}/policies', tag: 'Policies', params: ofCustomer } as const;
const noQuery = z.object({});

const policyPlace = z.object({ name: z.string(), id: z.uuid() });

const listPolicies = call({
  ...ofAll,
  method: 'get',
  summary: 'The configuration policies that were made in Partner Center',
  query: listQuery.omit({ filter: true }),
  body: noBody,
  answers: { 200: { description: 'All of them by name, or as many as `size` says.', schema: collectionOf(policy) } },
  async run({ actor, params: { customerId }, query, headers }) {
    const { profiles } = await listProfiles(actor, { customerId });
    const placeOf = ({ name, id }: (typeof profiles)[number]) => ({ name: name.toLowerCase(), id });
    const seek = readSeek(policyPlace, query, headers, Math.max(1, profiles.length));
    const page = await seekAmong(profiles, seek, placeOf, (a, b) => byText(a.name, b.name) || byText(a.id, b.id));
    const uri = `/customers/${customerId}/policies?size=${seek.size}`;
    const items = page.rows.map(policyItem);
    return {
      status: 200,
      body: collection({ items, totalCount: profiles.length, uri, ...tokensOf(page, placeOf) }),
    };
  },
});

const createPolicy = call({
  ...ofAll,
  method: 'post',
  summary: 'Make a configuration policy',
  query: noQuery,
  body: given,
  answers: one,
  async run({ actor, params: { customerId }, body }) {
    const made = await createProfile(actor, { customerId, ...body });
    if (!made.ok) throw taken();
    return answered(await getProfile(actor, { customerId, profileId: made.id }));
  },
});

const readPolicy = call({
  ...ofOne,
  method: 'get',
  summary: 'One configuration policy',
  query: noQuery,
  body: noBody,
  answers: one,
  async run({ actor, params: { customerId, policyId } }) {
    return answered(await getProfile(actor, { customerId, profileId: policyId }));
  },
});

const replacePolicy = call({
  ...ofOne,
  method: 'put',
  summary: 'Change a configuration policy, on every device that has it; with If-Match only the state that was read',
  query: noQuery,
  body: given,
  answers: one,
  async run({ actor, params: { customerId, policyId: profileId }, body, headers }) {
    const { revision: current } = await getProfile(actor, { customerId, profileId });
    const revision = revisionAsked(headers.get('If-Match'), current);
    const changed = await editProfile(actor, { customerId, profileId, revision, ...body });
    if (!changed.ok && changed.reason === 'name_taken') throw taken();
    if (!changed.ok) throw stale();
    return answered(await getProfile(actor, { customerId, profileId }));
  },
});

const removePolicy = call({
  ...ofOne,
  method: 'delete',
  summary: 'Delete a configuration policy that no device has',
  query: noQuery,
  body: noBody,
  answers: { 204: { description: 'Done. Nothing follows.' } },
  async run({ actor, params: { customerId, policyId } }) {
    const deleted = await deleteProfile(actor, { customerId, profileId: policyId });
    if (deleted.ok) return { status: 204 };
    const sentence =
      deleted.reason === 'assigned'
        ? `${deleted.devices.toLocaleString('en')} devices have this policy. Take it off them first.`
        : 'An upload that is under way gives this policy to its devices. Wait for its end.';
    throw new WireError(400, codes.invalidInput, sentence);
  },
});

export const policyCalls = [listPolicies, createPolicy, readPolicy, replacePolicy, removePolicy];
