import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { chosenAtMost } from '@/lib/devices/choice-input';
import { knownDevices } from '@/lib/devices/known-queries';
import { AppError } from '@/lib/errors';
import { assignProfile } from '@/lib/profiles/assign-profile';
import { keepPolicyJob } from '@/lib/wire/policy-job';
import { call } from './call';
import { ofCustomer } from './path-params';

const update = z.object({
  id: z.string('Say which device: id.').toLowerCase().pipe(z.uuid('This is not the id of a device, which is a GUID.')),
  policies: z
    .array(
      z.object({
        key: z.string().max(100).optional(),
        value: z.string().toLowerCase().pipe(z.uuid('The id of a policy.')).optional(),
      }),
    )
    .length(1, 'A device has one policy.'),
});

type Update = z.output<typeof update>;

const many = `Send at most ${chosenAtMost.toLocaleString('en')} devices at a time.`;

/** Gives each policy to its devices; what is not there, or may not be given, is told at its device. */
async function apply(actor: ClientActor, customerId: string, updates: Update[]): Promise<Map<string, string>> {
  const problems = new Map<string, string>();
  const policyOf = ({ policies }: Update) => policies[0]?.value ?? null;
  for (const profileId of new Set(updates.map(policyOf))) {
    const deviceIds = updates.filter((one) => policyOf(one) === profileId).map(({ id }) => id);
    const refused = await assignProfile(actor, { customerId, deviceIds, profileId }).then(
      () => false,
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'not_found') return true;
        throw error;
      },
    );
    if (refused) for (const id of deviceIds) problems.set(id, '809');
  }
  return problems;
}

const sentences: Record<string, string> = {
  807: 'This device is not registered here for this customer.',
  809: 'There is no policy of this id for this customer.',
};

const updatePolicies = call({
  method: 'patch',
  path: '/customers/{customerId}/DevicePolicyUpdates',
  tag: 'Policies',
  summary: 'Give devices a policy, or take theirs away with null',
  params: ofCustomer,
  query: z.object({}),
  body: z.object({ devices: z.array(update).min(1, 'Send at least one device.').max(chosenAtMost, many) }),
  answers: { 202: { description: 'Taken. Nothing follows; `Location` says where its status is.' } },
  async run({ actor, params: { customerId }, body: { devices } }) {
    const startedTime = now().toISOString();
    const known = new Map(
      (await knownDevices(actor, { customerId, deviceIds: devices.map(({ id }) => id) })).map((one) => [one.id, one]),
    );
    const problems = await apply(actor, customerId, devices);
    const devicesStatus = devices.map(({ id }) => {
      const device = known.get(id);
      const errorCode = device ? problems.get(id) : '807';
      const identity = { deviceId: id, serialNumber: device?.serial ?? '', productKey: device?.productKey ?? '' };
      const attributes = { objectType: 'DeviceUploadStatus' };
      if (!errorCode) return { ...identity, status: 'finished', attributes };
      return {
        ...identity,
        status: 'finished_with_errors',
        errorCode,
        errorDescription: sentences[errorCode],
        attributes,
      };
    });
    const batchTrackingId = randomUUID();
    const failed = devicesStatus.some(({ status }) => status !== 'finished');
    const body = {
      batchTrackingId,
      status: failed ? 'finished_with_errors' : 'finished',
      startedTime,
      completedTime: now().toISOString(),
      devicesStatus,
      attributes: { objectType: 'BatchUploadDetails' },
    };
    await keepPolicyJob({ id: batchTrackingId, clientId: actor.id, customerId, body: JSON.stringify(body) });
    return { status: 202, headers: { Location: `/customers/${customerId}/batchJobStatus/${batchTrackingId}` } };
  },
});

export const updateCalls = [updatePolicies];
