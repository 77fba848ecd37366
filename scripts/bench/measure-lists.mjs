// Whether a million devices feel like a thousand: the same pages for two customers, turn about.
import { setTimeout } from 'node:timers/promises';
import { deviceFile } from './device-file.mjs';
import { load, median } from './load.mjs';
import { note, number } from './table.mjs';
import { uploadRows } from './upload.mjs';

const few = 1000;
const rounds = 60;

const pages = [
  ['Device list', (id) => `/partner/customers/${id}/devices`],
  [
    'Device list, a page far down',
    (id, devices) => `/partner/customers/${id}/devices?page=${Math.floor(devices / 50)}`,
  ],
  ['Device search', (id, _devices, seed) => `/partner/customers/${id}/devices?q=CS${seed}-0000042`],
  ['Device counts by batch', (id) => `/partner/customers/${id}/batches`],
];

/** `who.customerId` has so many devices of the seed; `who.otherId` gets a thousand here. */
export async function measureLists(portal, who, devices, seed) {
  const small = { ...who, customerId: who.otherId };
  await uploadRows(portal, small, 'Few', deviceFile(few, 40), few);
  for (const [what, path] of pages) {
    const sides = [
      { url: portal.origin + path(who.customerId, devices, seed), times: [] },
      { url: portal.origin + path(who.otherId, few, 40), times: [] },
    ];
    for (let round = 0; round < rounds; round++) {
      for (const side of sides) {
        let asked = 0;
        const { latencies } = await load(side.url, {
          headers: { Cookie: who.cookie },
          connections: 1,
          until: () => asked++ > 0,
        });
        if (round > 5) side.times.push(latencies[0]);
      }
      await setTimeout(0);
    }
    const [many, thousand] = sides.map(({ times }) => median(times));
    note(`${what}, of ${number(devices)} devices and of ${number(few)}`, {
      ours: `${many.toFixed(1)} ms`,
      bare: `${thousand.toFixed(1)} ms`,
      ratio: many / thousand,
      aim: 'at most 1.50',
    });
  }
}
