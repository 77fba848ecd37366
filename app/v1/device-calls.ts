import { z } from 'zod';
import type { MaybeActor } from '@/lib/auth/actor';
import { findBatch } from '@/lib/batches/find-queries';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { readDevice } from '@/lib/devices/device-queries';
import { readJob } from '@/lib/devices/job-queries';
import { groupTag } from '@/lib/devices/receive-input';
import { tagDevices } from '@/lib/devices/tag-devices';
import { AppError } from '@/lib/errors';
import { reaches } from '@/lib/partners/reach-queries';
import { assignProfile } from '@/lib/profiles/assign-profile';
import { deviceItem, jobStatus } from '@/lib/wire/device-wire';
import { findPolicyJob } from '@/lib/wire/policy-job';
import { device, job } from './answer-schemas';
import { type Answer, call } from './call';
import { ofDevice, ofJob } from './path-params';
import { noBody } from './read-call';

interface Where {
  customerId: string;
  deviceId: string;
}

/** The device, where it is the customer's of the address. */
async function own(actor: MaybeActor, { customerId, deviceId }: Where) {
  const found = await readDevice(actor, { deviceId });
  if (found.customerId !== customerId) throw new AppError('not_found');
  return found;
}

/** What a client may change about a device. Whatever else it sends back of one is read and left as it is. */
const change = z.object({
  groupTag: groupTag.optional(),
  policies: z
    .array(z.object({ key: z.string().max(100).optional(), value: z.uuid('The id of a profile.').optional() }))
    .max(1, 'A device has one profile.')
    .optional(),
});

async function changeDevice(actor: MaybeActor, where: Where, asked: z.output<typeof change>): Promise<Answer> {
  const { customerId, deviceId } = where;
  await own(actor, where);
  const chosen = { customerId, deviceIds: [deviceId] };
  if (asked.groupTag !== undefined) await tagDevices(actor, { ...chosen, groupTag: asked.groupTag });
  const policy = asked.policies?.[0];
  if (policy) await assignProfile(actor, { ...chosen, profileId: policy.value ?? null });
  const changed = await own(actor, where);
  return { status: 200, body: deviceItem({ ...changed, id: deviceId }, changed.uploadedBy) };
}

const path = '/customers/{customerId}/deviceBatches/{batchId}/devices/{deviceId}';
const shared = {
  path,
  tag: 'Devices',
  params: ofDevice,
  query: z.object({}),
} as const;

const answers = { 200: { description: 'The device.', schema: device } };

const readOne = call({
  ...shared,
  method: 'get',
  summary: 'One device by its id',
  body: noBody,
  answers,
  async run({ actor, params }) {
    const found = await own(actor, params);
    return { status: 200, body: deviceItem({ ...found, id: params.deviceId }, found.uploadedBy) };
  },
});

const replaceOne = call({
  ...shared,
  method: 'put',
  summary: 'Change a device’s group tag or profile',
  body: change,
  answers,
  run: ({ actor, params, body }) => changeDevice(actor, params, body),
});

const changeOne = call({
  ...replaceOne,
  ...shared,
  method: 'patch',
  body: change,
  run: ({ actor, params, body }) => changeDevice(actor, params, body),
});

const removeOne = call({
  ...shared,
  method: 'delete',
  summary: 'Deregister a device',
  body: noBody,
  answers: { 204: { description: 'Done. Nothing follows.' } },
  async run({ actor, params: { customerId, deviceId, batchId } }) {
    await findBatch(actor, { customerId, name: batchId });
    const removed = await deregisterDevices(actor, { customerId, deviceIds: [deviceId] });
    if (!removed.ok) throw new AppError('not_found');
    return { status: 204 };
  },
});

const readJobStatus = call({
  method: 'get',
  path: '/customers/{customerId}/batchJobStatus/{jobId}',
  tag: 'Devices',
  summary: 'What became of a submission, device by device',
  params: ofJob,
  query: z.object({}),
  body: noBody,
  answers: { 200: { description: 'An entry for each device, in the order they were submitted.', schema: job } },
  async run({ actor, params: { customerId, jobId } }) {
    const update = await findPolicyJob({ id: jobId, clientId: actor.id, customerId });
    if (update && (await reaches(actor, { customerId }))) return { status: 200, body: JSON.parse(update) };
    return { status: 200, body: jobStatus(jobId, await readJob(actor, { customerId, uploadId: jobId })) };
  },
});

export const deviceCalls = [readOne, replaceOne, changeOne, removeOne, readJobStatus];
