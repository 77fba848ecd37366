// How fast programs are answered.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { load, median } from './load.mjs';
import { compare, note } from './table.mjs';

const rounds = 3;
/** Rounds before anything counts: at 800 calls each the server goes on getting faster for some. */
const warmUps = 6;
/** Below what one client may ask for in its time. */
const callsEach = 800;

async function tokenOf({ origin }, { tenantId }, { clientId, secret }) {
  const answer = await fetch(`${origin}/${tenantId}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status}`);
  return (await answer.json()).access_token;
}

/** Requests per second of a hundred customers against a bare route that answers with the same bytes, turn about. */
export async function measureCalls(portal, bareNext, who, bytes) {
  const ours = { url: `${portal.origin}/v1/customers?size=100`, perSecond: [] };
  const theirs = { url: `${bareNext.origin}/bytes`, perSecond: [] };
  for (let round = 0; round < warmUps + rounds; round++) {
    const token = await tokenOf(portal, who, who.clients[round]);
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    if (round === 0) writeFileSync(bytes, await (await fetch(ours.url, { headers })).text());
    for (const side of [ours, theirs]) {
      let asked = 0;
      const result = await load(side.url, { headers, until: () => asked++ >= callsEach });
      if (round >= warmUps) side.perSecond.push(result.perSecond);
    }
  }
  const what = 'GET /v1/customers?size=100 of 10,000, against a bare route with the same bytes';
  compare(what, median(ours.perSecond), median(theirs.perSecond), 'req/s', 'at least 0.50');
}

/** Seconds from the 202 for a batch of so many devices until its status says that it is over. */
async function batchTime({ origin }, { customerId }, token, devices) {
  const word = randomBytes(4).toString('hex');
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = {
    batchId: `Batch ${word}`,
    devices: Array.from({ length: devices }, (_, at) => ({
      serialNumber: `${word}-${at}`,
      oemManufacturerName: 'Contoso Devices',
      modelName: 'Atlas 13',
    })),
  };
  const url = `${origin}/v1/customers/${customerId}/deviceBatches`;
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 202) throw new Error(`the batch was answered ${answer.status}: ${await answer.text()}`);
  const started = performance.now();
  for (;;) {
    const status = await (await fetch(`${origin}/v1${answer.headers.get('location')}`, { headers })).json();
    if (status.status === 'finished') return (performance.now() - started) / 1000;
    if (status.completedTime) throw new Error(`the batch ended as ${status.status}`);
    await setTimeout(20);
  }
}

export async function measureBatches(portal, who) {
  const token = await tokenOf(portal, who, who.clients.at(-1));
  for (const [devices, aim] of [
    [10, 'before the first poll at 1 s'],
    [1000, 'at most 1 s'],
  ]) {
    const times = [];
    for (let round = 0; round < rounds; round++) times.push(await batchTime(portal, who, token, devices));
    const what = `Batch of ${devices.toLocaleString('en')} devices by API, from the 202 to its end`;
    note(what, { ours: `${median(times).toFixed(2)} s`, aim });
  }
}
