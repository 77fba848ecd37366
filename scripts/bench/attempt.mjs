// Attempts to sign in, as a browser makes them and the proxy in front passes them on.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });
/** The pause that is not the account's: more passwords came at once than are looked at (lib/auth/wait-words.ts). */
const busyFor = '5000';

function send(url, { method = 'GET', headers, body }) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => (text += piece));
      response.once('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      response.once('error', reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** A browser that has opened the sign-in page: next-auth's token, and the cookies that belong to it. */
export async function openBrowser({ origin }, address) {
  const headers = { 'X-Forwarded-For': address };
  const { text, headers: said } = await send(`${origin}/api/auth/csrf`, { headers });
  const cookie = said['set-cookie'].map((line) => line.split(';')[0]).join('; ');
  return { token: JSON.parse(text).csrfToken, cookie };
}

/** One attempt: `in`, `wrong`, `too_many`, or `busy` where it was not looked at for the number of others. */
export async function attempt({ origin }, browser, email, password, address) {
  const body = new URLSearchParams({ csrfToken: browser.token, email, password, json: 'true' }).toString();
  const { status, text } = await send(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: {
      Origin: origin,
      'X-Forwarded-For': address,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
      Cookie: browser.cookie,
    },
    body,
  });
  if (status === 200) return 'in';
  if (status >= 500) throw new Error(`signing in answered ${status}`);
  const pause = /too_many_(\d+)/.exec(text)?.[1];
  if (!pause) return 'wrong';
  return pause === busyFor ? 'busy' : 'too_many';
}
