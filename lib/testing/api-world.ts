import { randomUUID } from 'node:crypto';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from './api-calls';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson } from './tenants';

type Answering = Parameters<typeof newProgram>[0];

/** Nobody listens there. */
const deadEnd = 'http://127.0.0.1:9/events';

/** For tests: a partner's program that has one of everything it can ask about, and the people who can end what it may do. */
export async function newApiWorld(answering: Answering, type: 'direct' | 'indirect_provider' = 'direct') {
  const asking = await newProgram(answering, { type });
  const { ask, tenant } = asking;
  const owner = await newPerson(tenant, 'global_admin');
  const customer = await newCustomer();
  const customerId = customer.tenant.id;
  const reseller = type === 'indirect_provider' ? (await newPartner('indirect_reseller')).tenant : null;
  const linkId = reseller ? await newPartnerLink(tenant, reseller) : '';
  const consentId = await newConsent(
    customer,
    reseller ?? tenant,
    reseller ? { kind: 'indirect_reseller', providerId: tenant.id } : { dap: true },
  );
  const at = `/customers/${customerId}`;
  const devices = [{ serialNumber: randomUUID(), oemManufacturerName: 'Contoso', modelName: 'Atlas' }];
  const taken = await ask('POST', `${at}/deviceBatches`, { body: { batchId: 'Spring', devices } });
  await runUntilEmpty();
  const job = (await ask('GET', taken.headers.get('Location') ?? '')).json;
  const policy = (await ask('POST', `${at}/policies`, { body: { name: 'Kiosk' } })).json;
  const base = '/webhooks/v1/registration';
  await ask('POST', base, { body: { WebhookUrl: deadEnd, WebhookEvents: ['consent.ended'] } });
  const tested = (await ask('POST', `${base}/validationEvents`)).json;
  return {
    ...asking,
    owner,
    admin: customer.admin,
    customerId,
    consentId,
    linkId,
    jobId: job.batchTrackingId as string,
    deviceId: job.devicesStatus[0].deviceId as string,
    policyId: policy.id as string,
    testId: tested.correlationId as string,
  };
}

export type ApiWorld = Awaited<ReturnType<typeof newApiWorld>>;
