// One device file through the portal, as a browser sends it, and how it went.
import { setTimeout } from 'node:timers/promises';

/** Rows per second from the first byte sent to the last device registered. */
export async function uploadRows({ origin }, { cookie, customerId }, name, csv, rows) {
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'text/csv' };
  const query = new URLSearchParams({ customerId, batch: name, mode: 'keep_good' });
  const started = performance.now();
  const answer = await fetch(`${origin}/api/uploads?${query}`, { method: 'POST', headers, body: csv });
  if (answer.status !== 202) throw new Error(`the upload was answered ${answer.status}: ${await answer.text()}`);
  const { url } = await answer.json();
  for (;;) {
    const upload = await (await fetch(`${origin}${url}`, { headers: { Cookie: cookie } })).json();
    if (upload.state === 'finished') {
      if (upload.registered !== rows) throw new Error(`${upload.registered} of ${rows} devices were registered`);
      return rows / ((performance.now() - started) / 1000);
    }
    if (upload.finishedAt) throw new Error(`the upload ended as ${upload.state}`);
    await setTimeout(50);
  }
}
