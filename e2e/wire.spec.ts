import { randomUUID } from 'node:crypto';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { clientSettings, examples, oemExample } from '@/app/(public)/developers/examples';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { expect, expectAccessible, test } from './fixtures';

/** A program of a direct partner with one customer, on the server of this run. */
async function program() {
  const made = await newProgram((request) => fetch(request), { origin: env.APP_ORIGIN });
  const customer = await newCustomer();
  await newConsent(customer, made.tenant);
  return { ...made, customer: customer.tenant, customerId: customer.tenant.id };
}

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  continued: boolean;
}

/** A request as its bytes are written here, which no library puts right before it goes out. */
function raw(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Raw> {
  const { hostname, port } = new URL(env.APP_ORIGIN);
  return new Promise((resolve, reject) => {
    let continued = false;
    const sent = ask({ hostname, port, method, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text, continued }),
      );
    });
    sent.on('error', reject);
    if (headers.Expect) {
      sent.flushHeaders();
      sent.on('continue', () => {
        continued = true;
        sent.end(body);
      });
    } else sent.end(body);
  });
}

test('addresses are read as clients write them, without a redirect', async () => {
  const { token, customerId } = await program();
  const headers = { Authorization: `Bearer ${token}`, 'MS-RequestId': 'Exactly-This' };
  for (const path of [
    `/v1/customers/${customerId}`,
    `/v1//customers//${customerId}/`,
    `//V1/Customers/${customerId.toUpperCase()}/?x=1`,
    `/v1/CUSTOMERS/${customerId}/DeviceBatches/`,
  ]) {
    const answer = await raw('GET', path, headers);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers).toMatchObject({
      'ms-requestid': 'Exactly-This',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.date).toBeTruthy();
    expect(answer.body.charCodeAt(0)).toBe('{'.charCodeAt(0));
  }
  const refused = await raw('GET', '/v1//customers/', {});
  expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Countersign"']);
});

test('what has no body has no byte of one, and waits to be told to go on', async () => {
  const { token, customerId, ask: call } = await program();
  const devices = [{ serialNumber: randomUUID(), oemManufacturerName: 'Contoso', modelName: 'Atlas' }];
  const body = JSON.stringify({ BatchId: 'A', Devices: devices, Attributes: null });
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Expect: '100-continue',
  };
  const taken = await raw('POST', `/v1//customers/${customerId}/DeviceBatches/`, headers, body);
  expect([taken.continued, taken.status, taken.body, taken.headers['content-length']]).toEqual([true, 202, '', '0']);
  const location = taken.headers.location ?? '';
  expect(location.split('/')).toHaveLength(5);
  await expect.poll(async () => (await call('GET', location)).json.status).toBe('finished');
  const [device] = (await call('GET', location)).json.devicesStatus;
  const path = `/v1/customers/${customerId}/devicebatches/a/devices/${device.deviceId}`;
  const gone = await raw('DELETE', path, { Authorization: `Bearer ${token}` });
  expect([gone.status, gone.body, gone.headers['content-length']]).toEqual([204, '', '0']);
});

test('who offers HTTP/2 with a request, as Java’s own client does, is answered in HTTP/1.1', async () => {
  for (const path of ['/api/health', '/v1/customers']) {
    const offer = {
      Connection: 'Upgrade, HTTP2-Settings',
      Upgrade: 'h2c',
      'HTTP2-Settings': 'AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
    };
    const { status } = await raw('GET', path, offer);
    expect(status).toBe(path === '/api/health' ? 200 : 401);
  }
});

test('the page for developers explains itself, with every example', async ({ page }) => {
  await page.goto(paths.developers());
  await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible();
  await expect(page.getByText('/v1/customers/{customerId}/deviceBatches', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('heading', { name: 'For device manufacturers (OEM)' })).toBeVisible();
  for (const { name, code } of [...examples, ...clientSettings, oemExample]) {
    await expect(page.getByRole('region', { name, exact: true })).toHaveText(code);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
