import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { auditRecord, collectionOf } from './answer-schemas';
import { api } from './api';

/** A program that put two devices into one batch and took one back. */
async function busy() {
  const asking = await newProgram((request) => api.fetch(request));
  const customer = await newCustomer('Contoso');
  await newConsent(customer, asking.tenant);
  const path = `/customers/${customer.tenant.id}/deviceBatches`;
  const devices = () => [{ serialNumber: randomUUID(), oemManufacturerName: 'Contoso', modelName: 'Atlas' }];
  const first = await asking.ask('POST', path, { body: { batchId: 'A', devices: devices() } });
  await asking.ask('POST', `${path}/A/devices`, { body: devices() }).then(runUntilEmpty);
  const { json } = await asking.ask('GET', first.headers.get('Location') ?? '');
  await asking.ask('DELETE', `${path}/A/devices/${json.devicesStatus[0].deviceId}`);
  return { ...asking, customerId: customer.tenant.id };
}

type Records = { json: { items: { operationType: string }[] } };
const operationsOf = ({ json }: Records) => json.items.map(({ operationType }) => operationType);
const filter = (Field: string, Value: string, Operator: string) =>
  `filter=${encodeURIComponent(JSON.stringify({ Field, Value, Operator }))}`;

const all = ['device_deleted', 'devices_upload_to_existing_batch_attempted', 'devices_upload_to_new_batch_attempted'];

describe('GET /auditrecords', () => {
  it('says what happened in the words of clients, latest first', async () => {
    const { ask, customerId, tenant } = await busy();
    const found = await ask('GET', '/auditrecords');
    expect(collectionOf(auditRecord).strict().parse(found.json)).toEqual(found.json);
    expect(operationsOf(found)).toEqual(all);
    expect(found.json.items[0]).toMatchObject({
      partnerId: tenant.id,
      customerId,
      customerName: 'Contoso',
      userPrincipalName: 'API client Stock system',
      resourceType: 'device',
      operationStatus: 'succeeded',
    });
  });

  it('goes on by the token', async () => {
    const { ask } = await busy();
    const first = await ask('GET', '/auditrecords?size=2');
    const headers = { 'MS-ContinuationToken': first.json.continuationToken };
    const second = await ask('GET', '/auditrecords?size=2&seekOperation=Next', { headers });
    expect([...operationsOf(first), ...operationsOf(second)]).toEqual(all);
    expect(second.json.links.next).toBeUndefined();
  });

  it.each([
    [filter('OperationType', 'device_deleted', 'equals'), 1],
    [filter('OperationType', 'UPLOAD_to', 'substring'), 2],
    [filter('companyName', 'onto', 'substring'), 3],
    [filter('CompanyName', 'onto', 'equals'), 0],
    ['endDate=8/1/2020', -1],
    ['startDate=2020-01-01', -1],
    ['startDate=x', -1],
    [filter('Mood', 'x', 'equals'), -1],
    [filter('CompanyName', 'x', 'starts_with'), -1],
  ])('%s finds %i', async (search, count) => {
    const { ask } = await busy();
    const { status, json } = await ask('GET', `/auditrecords?${search}`);
    expect(status).toBe(count < 0 ? 400 : 200);
    if (count >= 0) expect(json.items).toHaveLength(count);
  });
});
