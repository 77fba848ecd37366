import { z } from 'zod';
import { type Answer, type Call, call } from '@/app/v1/call';
import { noParams } from '@/app/v1/path-params';
import type { ClientActor } from '@/lib/auth/actor';
import { deregisterSubmitted } from '@/lib/oem/deregister-submitted';
import { deregistered, noConsent } from '@/lib/oem/device-result';
import { findOwn } from '@/lib/oem/own-queries';
import { registerSubmitted } from '@/lib/oem/register-submitted';
import { validateRegistration } from '@/lib/oem/validate-queries';
import { uploadKey } from '@/lib/wire/upload-key';
import { codes, WireError } from '@/lib/wire/wire-error';
import { answered, registration, toldDevices, validation } from './answers';
import { isDeregistration, meantCustomer, notConsented, type Submission, submission } from './submission';

const shape = {
  method: 'post',
  tag: 'Devices',
  params: noParams,
  query: z.object({}),
  body: submission,
} as const;

async function register(actor: ClientActor, body: Submission, requestId: string | null): Promise<Answer> {
  const { customerId, link } = await meantCustomer(actor, body);
  const refusal = () => new WireError(403, codes.noRelationship, notConsented(link), {}, link ? [link] : []);
  if (!customerId) throw refusal();
  const key = uploadKey(actor.id, requestId);
  const registered = await registerSubmitted(actor, { customerId, devices: body.devices, key });
  if (!registered) throw refusal();
  const { uploadId, results } = registered;
  return answered(body, { operation: 'register', uploadId, devices: toldDevices(body.devices, results) });
}

const submit = call({
  ...shape,
  path: '/AutopilotDeviceRegistration',
  summary: 'Register devices for a customer; with both tenant fields blank, deregister those that you registered',
  answers: { 200: { description: 'What became of each device, in the order they came.', schema: registration } },
  async run({ actor, body, requestId }) {
    if (!isDeregistration(body)) return register(actor, body, requestId);
    const results = await deregisterSubmitted(actor, body.devices);
    return answered(body, { operation: 'deregister', devices: toldDevices(body.devices, results) });
  },
});

const validate = call({
  ...shape,
  path: '/ValidateDeviceSubmissionData',
  summary: 'Ask whether a customer has consented, and what registering or deregistering would answer; changes nothing',
  changesNothing: true,
  answers: { 200: { description: 'What each device would be told, in the order they came.', schema: validation } },
  async run({ actor, body }) {
    const { devices } = body;
    if (isDeregistration(body)) {
      const found = await findOwn(actor, { devices });
      const results = found.map((each) => ('refused' in each ? each.refused : deregistered));
      return answered(body, { operation: 'deregister', devices: toldDevices(devices, results) });
    }
    const { customerId, link } = await meantCustomer(actor, body);
    const results = customerId ? await validateRegistration(actor, { customerId, devices }) : null;
    if (results)
      return answered(body, { operation: 'register', consented: true, devices: toldDevices(devices, results) });
    const message = notConsented(link);
    const refused = { consented: false, code: codes.noRelationship, message, consentLink: link };
    const told = toldDevices(
      devices,
      devices.map(() => noConsent),
    );
    return answered(body, { operation: 'register', ...refused, devices: told });
  },
});

/** Every call of the OEM API. */
export const oemCalls: readonly Call[] = [submit, validate];
