import { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';
import { findBatch } from '@/lib/batches/find-queries';
import { listBatches } from '@/lib/batches/queries';
import { receiveDevices } from '@/lib/devices/receive-devices';
import { batchName } from '@/lib/devices/receive-input';
import { seekDevices } from '@/lib/devices/seek-queries';
import { submittedAtMost, submittedDevice } from '@/lib/devices/submitted-devices';
import { collection } from '@/lib/wire/collection';
import { deviceItem } from '@/lib/wire/device-wire';
import { listQuery } from '@/lib/wire/list-query';
import { byText, readSeek, seekAmong, tokensOf } from '@/lib/wire/seek';
import { uploadKey } from '@/lib/wire/upload-key';
import { collectionOf, device, deviceBatch } from './answer-schemas';
import { type Answer, call } from './call';
import { ofBatch, ofCustomer } from './path-params';
import { noBody } from './read-call';

const submitted = z
  .array(submittedDevice, 'Send a list of devices.')
  .min(1, 'Send at least one device.')
  .max(submittedAtMost, `Send at most ${submittedAtMost.toLocaleString('en')} devices at a time.`);

type Submitted = z.infer<typeof submitted>;

/** Where the answer to a submission will be. Clients take the fourth part of it. */
const jobUri = (customerId: string, id: string) => `/customers/${customerId}/batchJobStatus/${id}`;

interface Submission {
  customerId: string;
  batch: string;
  devices: Submitted;
}

async function submit(actor: ClientActor, what: Submission, requestId: string | null): Promise<Answer> {
  const { id } = await receiveDevices(actor, { ...what, key: uploadKey(actor.id, requestId) });
  return { status: 202, headers: { Location: jobUri(what.customerId, id) } };
}

const accepted = { 202: { description: 'Taken. Nothing follows; `Location` says where its status will be.' } };

const createBatch = call({
  method: 'post',
  path: '/customers/{customerId}/deviceBatches',
  tag: 'Devices',
  summary: 'Register devices in a batch, made when there is none of that name',
  params: ofCustomer,
  query: z.object({}),
  body: z.object({ batchId: batchName, devices: submitted }),
  answers: accepted,
  run: ({ actor, params, body, requestId }) =>
    submit(actor, { ...params, batch: body.batchId, devices: body.devices }, requestId),
});

const appendDevices = call({
  method: 'post',
  path: '/customers/{customerId}/deviceBatches/{batchId}/devices',
  tag: 'Devices',
  summary: 'Register more devices in a batch',
  params: ofBatch,
  query: z.object({}),
  body: submitted,
  answers: accepted,
  async run({ actor, params: { customerId, batchId }, body, requestId }) {
    const batch = await findBatch(actor, { customerId, name: batchId });
    return submit(actor, { customerId, batch: batch.name, devices: body }, requestId);
  },
});

const devicesUri = (customerId: string, name: string) =>
  `/customers/${customerId}/deviceBatches/${encodeURIComponent(name)}/devices`;

const batchPlace = z.object({ at: z.iso.datetime(), id: z.uuid() });

const listDeviceBatches = call({
  method: 'get',
  path: '/customers/{customerId}/deviceBatches',
  tag: 'Devices',
  summary: 'The batches of a customer, newest first',
  params: ofCustomer,
  query: listQuery,
  body: noBody,
  answers: { 200: { description: 'All of them, or as many as `size` says.', schema: collectionOf(deviceBatch) } },
  async run({ actor, params: { customerId }, query, headers }) {
    const { batches } = await listBatches(actor, { customerId });
    const placeOf = ({ createdAt, id }: (typeof batches)[number]) => ({ at: createdAt.toISOString(), id });
    const seek = readSeek(batchPlace, query, headers, Math.max(1, batches.length));
    const page = await seekAmong(batches, seek, placeOf, (a, b) => byText(b.at, a.at) || byText(a.id, b.id));
    const items = page.rows.map(({ name, createdAt, personName, devices }) => ({
      id: name,
      status: 'finished',
      createdBy: personName,
      creationDate: createdAt.toISOString(),
      devicesCount: devices,
      devicesLink: { uri: devicesUri(customerId, name), method: 'GET', headers: [] },
      attributes: { objectType: 'DeviceBatch' },
    }));
    const uri = `/customers/${customerId}/deviceBatches?size=${seek.size}`;
    const tokens = tokensOf(page, placeOf);
    return { status: 200, body: collection({ items, totalCount: batches.length, uri, ...tokens }) };
  },
});

/** What clients expect a page of devices to hold. */
const devicesPerPage = 100;
const devicePlace = z.object({ id: z.uuid() });

const listBatchDevices = call({
  method: 'get',
  path: '/customers/{customerId}/deviceBatches/{batchId}/devices',
  tag: 'Devices',
  summary: 'The devices that are registered in a batch, 100 at a time',
  params: ofBatch,
  query: listQuery,
  body: noBody,
  answers: { 200: { description: 'A page of them, without hardware hashes.', schema: collectionOf(device) } },
  async run({ actor, params: { customerId, batchId }, query, headers }) {
    const batch = await findBatch(actor, { customerId, name: batchId });
    const size = Math.min(query.size || devicesPerPage, devicesPerPage);
    const seek = readSeek(devicePlace, { ...query, size }, headers);
    const { total, ...page } = await seekDevices(actor, { customerId, batchId: batch.id, ...seek });
    const uri = `${devicesUri(customerId, batch.name)}?size=${size}`;
    const items = page.rows.map((item) => deviceItem(item));
    const tokens = tokensOf(page, ({ id }) => ({ id }));
    return { status: 200, body: collection({ items, totalCount: total, uri, ...tokens }) };
  },
});

export const batchCalls = [createBatch, appendDevices, listDeviceBatches, listBatchDevices];
