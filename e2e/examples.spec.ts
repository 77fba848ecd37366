import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { curlExample, type Example, oemExample, powerShellExample } from '@/app/(public)/developers/examples';
import { env } from '@/lib/env';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { expect, test } from './fixtures';
import { sendPowerShell } from './send-powershell';

/** A program of a partner with one customer, on the server of this run. */
async function program(type: 'direct' | 'oem' = 'direct') {
  const made = await newProgram((request) => fetch(request), { origin: env.APP_ORIGIN, type });
  const customer = await newCustomer();
  await newConsent(customer, made.tenant, { kind: type === 'oem' ? 'oem' : 'reseller' });
  return { ...made, customer: customer.tenant };
}

/** Runs an example of the page as it stands there, below the line that says its settings; resolves with what it printed. */
async function runCurl({ code }: Example, { client, tenant, customer }: Awaited<ReturnType<typeof program>>) {
  const set = { ORIGIN: env.APP_ORIGIN, TENANT: tenant.id, CLIENT_ID: client.id, CLIENT_SECRET: client.secret };
  const script = code.split('\n').slice(1).join('\n');
  const settings = { env: { ...process.env, ...set, CUSTOMER: customer.id } };
  return (await promisify(execFile)('bash', ['-c', script], settings)).stdout;
}

test('the quick start in curl runs', async () => {
  expect(JSON.parse(await runCurl(curlExample, await program()))).toMatchObject({
    status: 'finished',
    devicesStatus: [{ serialNumber: 'QS-0001' }],
  });
});

test('a manufacturer’s quick start in curl runs', async () => {
  const printed = await runCurl(oemExample, await program('oem'));
  const [validated, registered, deregistered] = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(validated).toMatchObject({ operation: 'register', consented: true, devices: [{ status: 'registered' }] });
  expect(registered).toMatchObject({ devices: [{ serialNumber: 'OEM-0001', status: 'registered' }] });
  expect(deregistered).toMatchObject({ operation: 'deregister', devices: [{ status: 'deregistered' }] });
});

test('the requests of the example in PowerShell are answered', async () => {
  const { client, tenant, customer } = await program();
  const { id: clientId, secret: clientSecret } = client;
  const answer = await sendPowerShell(powerShellExample.code, {
    origin: env.APP_ORIGIN,
    tenant: tenant.id,
    clientId,
    clientSecret,
  });
  expect(answer).toMatchObject([{ id: customer.id, companyProfile: { companyName: customer.name } }]);
});
