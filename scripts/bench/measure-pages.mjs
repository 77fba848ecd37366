// How fast pages are, and how heavy.
import { deviceFile } from './device-file.mjs';
import { firstLoad } from './first-load.mjs';
import { after, load, median } from './load.mjs';
import { timePreview } from './preview.mjs';
import { compare, note, number } from './table.mjs';

const rounds = 3;
const secondsEach = 4;

/** Requests per second of Customers against a bare page of the same Next, turn about. */
export async function measureCustomers(portal, bareNext, who) {
  const ours = { url: `${portal.origin}/partner/customers`, perSecond: [] };
  const theirs = { url: `${bareNext.origin}/`, perSecond: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const side of [ours, theirs]) {
      const result = await load(side.url, { headers: { Cookie: who.cookie }, until: after(secondsEach) });
      // The first round warms both up.
      if (round > 0) side.perSecond.push(result.perSecond);
    }
  }
  const what = 'Customers page of 10,000, against a bare page';
  compare(what, median(ours.perSecond), median(theirs.perSecond), 'req/s', 'at least 0.50');
}

/** The one row with a fault is the last, so that nothing is gained by stopping early. */
export async function measurePreview(portal, who, rows) {
  const path = `/partner/customers/${who.customerId}/devices/upload`;
  const content = Buffer.concat([deviceFile(rows, 90), Buffer.from('LAST,,,Contoso,\r\n')]);
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    const times = await timePreview(portal.origin, path, who.cookie, content);
    if (times) seen.push(times.first);
  }
  if (seen.length === 0) return;
  const ours = `${(median(seen) / 1000).toFixed(1)} s`;
  note(`Preview of ${number(rows)} rows, to a fault in the last`, { ours, aim: 'at most 2 s' });
}

export async function measureScripts(portal, bareNext, who) {
  const bare = await firstLoad(bareNext.origin, '/');
  const pages = [
    ['/sign-in', 60, ''],
    ['/apply', 60, ''],
    ['/partner/account', 60, who.cookie],
    ['/partner/account/authenticator', 60, who.cookie],
    ['/partner/customers', 60, who.cookie],
    ['/partner/customers/request', 60, who.cookie],
    ['/partner/customers/request/many', 60, who.cookie],
    [`/partner/customers/${who.customerId}/devices/upload`, 90, who.cookie],
  ];
  for (const [path, budget, cookie] of pages) {
    const kilobytes = (await firstLoad(portal.origin, path, { Cookie: cookie })) - bare;
    note(`Scripts of ${path.replace(who.customerId, '{id}')}, gzip`, {
      ours: `+${kilobytes.toFixed(0)} KB`,
      bare: `${bare.toFixed(0)} KB`,
      aim: `+${budget} KB at most`,
    });
  }
}
