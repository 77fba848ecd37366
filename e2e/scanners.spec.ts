import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { closeDatabase, db } from '@/db';
import { consents } from '@/db/schema';
import { days, later, setClock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { newRequest } from '@/lib/testing/requests';
import { newWayIn } from '@/lib/testing/sign-ups';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newTenant } from '@/lib/testing/tenants';
import { freePort } from '@/scripts/free-port.mjs';
import { customerWith, expect, partnerWith, signInAs, test } from './fixtures';

/**
 * Mail scanners open every link they see, some of them in a real browser, some with cookies of an earlier look. Nothing of
 * that may leave a trace. A server of its own, without jobs, on a folder of its own: then nobody else writes, and the bytes of
 * the database file and of its log can be compared, which says more than any comparison of rows.
 */
const userAgents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
  'Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0) SafeLinks',
  'Barracuda Sentinel (EE)',
  'Mimecast/1.0 URL Protect',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'curl/8.5.0',
  '',
];
const methods = ['GET', 'HEAD', 'OPTIONS'] as const;

interface Place {
  folder: string;
  origin: string;
  bytes: () => string;
  stop: () => Promise<void>;
}

async function startPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-scanners-'));
  const file = join(folder, 'countersign.db');
  const origin = `http://localhost:${await freePort()}`;
  const child = spawn(process.execPath, ['scripts/serve.mjs'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: new URL(origin).port,
      APP_ORIGIN: origin,
      DATA_DIR: folder,
      DATABASE_URL: `file:${file}`,
      DEMO: '0',
      WORKER: 'off',
    },
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await expect(async () => expect((await fetch(`${origin}/api/health`)).ok).toBe(true)).toPass({ timeout: 60_000 });
  const bytes = () => {
    const hash = createHash('sha256');
    for (const part of [file, `${file}-wal`]) if (existsSync(part)) hash.update(readFileSync(part));
    return hash.digest('hex');
  };
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, origin, bytes, stop };
}

/** Does something on the database of that server; this process goes back to its own afterwards. */
async function onItsDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  const own = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = url;
  try {
    return await work();
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = own;
  }
}

/** A partner with one good, one dead and one standing link, a link to set up an organization, and an administrator who has just signed in. */
async function newLinks() {
  // Without one, nothing else of a portal is open yet.
  await newTenant('operator');
  const [, agent] = await partnerWith('admin_agent');
  // That a session was used is noted once a minute, the one write outside of commands: here it is not due.
  setClock(() => later(new Date(), days(0.01)));
  const [customer, admin] = await customerWith('global_admin').finally(() => setClock());
  const good = await newRequest(agent, { recipientEmail: admin.email, organization: customer.name });
  setClock(() => later(new Date(), -days(15)));
  const dead = await newRequest(agent).finally(() => setClock());
  const standing = (await newStandingLink(agent)).address(true);
  const { token: signUp } = await newWayIn('zoe@relecloud.example', await newRequest(agent));
  return { customer, admin, good, dead, standing, signUp };
}

test('a hundred and more looks of scanners leave the database bit for bit as it was', async ({ context, page }) => {
  test.setTimeout(180_000);
  const place = await startPlace();
  try {
    const url = `file:${join(place.folder, 'countersign.db')}`;
    const { customer, admin, good, dead, standing, signUp } = await onItsDatabase(url, newLinks);
    const looked = [
      paths.invitation(good.token),
      paths.partnerInvitation(good.requestId),
      paths.invitationNoAccount({ request: good.requestId }),
      paths.standingInvitation(standing),
      paths.invitation(dead.token),
      paths.invitationEnded(dead.requestId),
      paths.signUpLink(signUp),
    ];
    const before = place.bytes();

    // What an administrator's own browser would send along; a scanner that sits in it does, too.
    await signInAs(context, admin);
    const [session] = await context.cookies();
    await context.clearCookies();
    const held = [good, dead].map(({ requestId, token }) => `invitation-${requestId}=${token}`);
    const cookies = ['', held.join('; '), [...held, `${session?.name}=${session?.value}`].join('; '), 'other=1'];
    let looks = 0;
    for (const path of looked) {
      for (const method of methods) {
        for (const userAgent of userAgents) {
          const headers = { 'User-Agent': userAgent, Cookie: cookies[looks % cookies.length] ?? '' };
          const answer = await fetch(`${place.origin}${path}`, {
            method,
            headers,
            redirect: looks % 3 ? 'follow' : 'manual',
          });
          expect(answer.status, `${method} ${path}`).toBeLessThan(500);
          await answer.arrayBuffer();
          looks++;
        }
      }
    }
    expect(looks).toBeGreaterThanOrEqual(100);
    // One that runs scripts, like a browser.
    for (const path of looked) await page.goto(`${place.origin}${path}`, { waitUntil: 'networkidle' });
    expect(place.bytes()).toBe(before);

    await signInAs(context, admin);
    for (const path of [paths.invitation(good.token), paths.standingInvitation(standing)]) {
      await page.goto(`${place.origin}${path}`);
      await page.getByLabel('Yes', { exact: true }).check();
      await page.getByRole('button', { name: 'Accept' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Consent granted' })).toBeVisible();
    }
    expect(place.bytes()).not.toBe(before);
    const granted = await onItsDatabase(url, () =>
      db.select().from(consents).where(eq(consents.customerId, customer.id)).orderBy(asc(consents.id)),
    );
    expect(granted).toMatchObject([{ kind: 'reseller', dap: true }]);
  } finally {
    await place.stop();
  }
});
