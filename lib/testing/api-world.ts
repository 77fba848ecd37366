import { randomUUID } from 'node:crypto';
import { askRelease } from '@/lib/conflicts/ask-release';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from './api-calls';
import { asking as askingFor, heldBy, pdfOf, refused } from './conflicts';
import { newRequest } from './requests';
import { newStandingLink } from './standing-links';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson } from './tenants';
import { newRegistrar } from './uploads';

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
  const serial = randomUUID();
  const job = await register(asking, customerId, 'Spring', [serial]);
  const conflicts = await newConflicts(asking, customerId, serial);
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
    requestId: await requestOf(tenant),
    ...conflicts,
  };
}

type Asking = Awaited<ReturnType<typeof newProgram>>;

/** Resolves with the status of the job once it is over. */
async function register({ ask }: Asking, customerId: string, batchId: string, serials: string[]) {
  const devices = serials.map((serialNumber) => ({ serialNumber, oemManufacturerName: 'Contoso', modelName: 'Atlas' }));
  const taken = await ask('POST', `/customers/${customerId}/deviceBatches`, { body: { batchId, devices } });
  await runUntilEmpty();
  return (await ask('GET', taken.headers.get('Location') ?? '')).json;
}

/** A device that is asked of the partner, and two that others have: the first is asked for. */
async function newConflicts(asking: Asking, customerId: string, serial: string) {
  const other = await newRegistrar();
  const received = await askRelease(other.actor, askingFor(await refused(other, serial)));
  const theirs = [await heldBy(other), await heldBy(other)];
  const job = await register(asking, customerId, 'Summer', theirs);
  const proof = pdfOf('Invoice 4711').toString('base64');
  const body = { batchTrackingId: job.batchTrackingId, row: 1, proof };
  const asked = await asking.ask('POST', '/conflicts', { body });
  return {
    refusedJobId: job.batchTrackingId as string,
    askedId: asked.json.id as string,
    receivedId: received.ok ? received.id : '',
  };
}

/** A standing link, and a request that is open: of a partner that asks customers itself, else an id that is none. */
async function requestOf(tenant: Asking['tenant']): Promise<string> {
  if (tenant.partnerType !== 'direct') return randomUUID();
  const agent = await newPerson(tenant, 'sales_agent');
  await newStandingLink(agent);
  return (await newRequest(agent)).requestId;
}

export type ApiWorld = Awaited<ReturnType<typeof newApiWorld>>;
