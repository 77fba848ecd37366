import { paths } from '@/lib/paths';
import { expect, partnerWith, test } from './fixtures';

const nonceIn = (policy = ''): string => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

test('a page carries a policy with a nonce of its own, which its scripts have and no client can choose', async ({
  request,
}) => {
  const forged = { 'Content-Security-Policy': "script-src 'nonce-forged'", 'X-Nonce': 'forged' };
  const first = await request.get(paths.signIn(), { headers: forged });
  const second = await request.get(paths.signIn());
  const [nonce, other] = [first, second].map((answer) => nonceIn(answer.headers()['content-security-policy']));
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(other).not.toBe(nonce);
  const html = await first.text();
  expect(html).toContain(`nonce="${nonce}"`);
  expect(html).not.toContain('forged');
  expect(first.headers()['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
});

test('every kind of answer is hardened, also one that is an error', async ({ request }) => {
  for (const path of [paths.home(), '/nowhere', '/api/health', '/api/nowhere', paths.invitation('x'), '/_next/image']) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
  expect((await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')).status()).toBe(404);
});

test('a link with a secret in it tells nobody where a person came from', async ({ request }) => {
  const answer = await request.get(paths.invitation('A'.repeat(43)), { maxRedirects: 0 });
  expect(answer.headers()['referrer-policy']).toBe('no-referrer');
});

test('what a signed-in person sees is kept nowhere, and a program is given nothing to run', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  const customers = await page.goto(paths.customers());
  expect(customers?.headers()['cache-control']).toContain('no-store');
  const program = await page.request.get(paths.notificationsApi());
  expect(program.headers()['cache-control']).toBe('no-store');
  expect(program.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
});
