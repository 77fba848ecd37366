import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  curlExample,
  type Example,
  javaExample,
  oemExample,
  powerShellExample,
} from '@/app/(public)/developers/examples';
import { env } from '@/lib/env';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { hasJdk } from '@/scripts/jdk.mjs';
import { expect, test } from './fixtures';
import { sendPowerShell } from './send-powershell';

/** A program of a partner with one customer, on the server of this run. */
async function program(type: 'direct' | 'oem' = 'direct') {
  const made = await newProgram((request) => fetch(request), { origin: env.APP_ORIGIN, type });
  const customer = await newCustomer();
  await newConsent(customer, made.tenant, { kind: type === 'oem' ? 'oem' : 'reseller' });
  return { ...made, customer: customer.tenant };
}

/** Runs a program with the settings that examples have in common; resolves with what it printed. */
async function run(file: string, args: string[], { client, tenant, customer }: Awaited<ReturnType<typeof program>>) {
  const set = { ORIGIN: env.APP_ORIGIN, TENANT: tenant.id, CLIENT_ID: client.id, CLIENT_SECRET: client.secret };
  const settings = { env: { ...process.env, ...set, CUSTOMER: customer.id } };
  return (await promisify(execFile)(file, args, settings)).stdout;
}

/** Runs an example of the page as it stands there, below the line that says its settings. */
const runCurl = ({ code }: Example, made: Awaited<ReturnType<typeof program>>) =>
  run('bash', ['-c', code.split('\n').slice(1).join('\n')], made);

test('the quick start in curl runs', async () => {
  expect(JSON.parse(await runCurl(curlExample, await program()))).toMatchObject({
    status: 'finished',
    devicesStatus: [{ serialNumber: 'QS-0001' }],
  });
});

test('the quick start in Java runs', async ({ browserName: _ }, testInfo) => {
  test.skip(!hasJdk(), 'there is no JDK, and npm test could not install one');
  const source = testInfo.outputPath('QuickStart.java');
  writeFileSync(source, javaExample.code);
  expect(JSON.parse(await run('java', [source], await program()))).toMatchObject({
    status: 'finished',
    devicesStatus: [{ serialNumber: 'QS-0002' }],
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
