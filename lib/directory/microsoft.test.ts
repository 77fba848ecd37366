import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { decode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import { loadSession } from '@/lib/auth/load-session';
import { authOptions } from '@/lib/auth/options';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { type Forgery, microsoftClaims, standInForMicrosoft, testClient } from '@/lib/testing/entra';
import { newCustomer } from '@/lib/testing/tenants';
import type { Visit } from './admit';

// Before anything reads the environment.
vi.hoisted(() => {
  process.env.ENTRA_CLIENT_ID = 'client-of-tests';
  process.env.ENTRA_CLIENT_SECRET = 'secret-of-tests';
});

let microsoft: Awaited<ReturnType<typeof standInForMicrosoft>>;
beforeAll(async () => {
  process.env.NEXTAUTH_URL = env.APP_ORIGIN;
  microsoft = await standInForMicrosoft();
});
afterAll(() => microsoft.stop());

let warned: unknown[];
beforeEach(() => {
  warned = [];
  vi.spyOn(log, 'warn').mockImplementation(((said: unknown) => void warned.push(said)) as typeof log.warn);
});
afterEach(() => {
  vi.restoreAllMocks();
  microsoft.changeSecret(testClient.secret);
});

const from = { address: '192.0.2.7', agent: 'Tests', device: null };

/** A browser that talks to next-auth with the options of our route. */
function newBrowser(visit?: Visit) {
  const cookies = new Map<string, string>();
  const ask = async (method: string, nextauth: string[], query: Record<string, string>, body: object = {}) => {
    const headers = new Map<string, string | string[]>();
    let sent: unknown;
    const take = (value: unknown) => {
      sent = value;
    };
    const response = {
      getHeader: (name: string) => headers.get(name.toLowerCase()),
      setHeader(name: string, value: string | string[]) {
        headers.set(name.toLowerCase(), value);
        return response;
      },
      status: () => response,
      json: take,
      send: take,
      end: () => undefined,
    };
    const request = { method, query: { nextauth, ...query }, body, headers: {}, cookies: Object.fromEntries(cookies) };
    await NextAuth(
      request as unknown as NextApiRequest,
      response as unknown as NextApiResponse,
      authOptions(from, visit),
    );
    for (const line of [headers.get('set-cookie') ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, decodeURIComponent(value));
    }
    return { sent, location: String(headers.get('location') ?? '') };
  };
  return {
    cookies,
    /** Presses our button: the address at Microsoft. */
    async leave(query: Record<string, string> = {}): Promise<URL> {
      const { sent: token } = await ask('GET', ['csrf'], {});
      const { csrfToken } = token as { csrfToken: string };
      const { sent } = await ask('POST', ['signin', 'entra'], query, {
        csrfToken,
        callbackUrl: '/admin',
        json: 'true',
      });
      return new URL((sent as { url: string }).url);
    },
    comeBack: (query: Record<string, string>) => ask('GET', ['callback', 'entra'], query),
    async signedIn() {
      const token = await decode({ token: cookies.get(sessionCookieName()) ?? '', secret: env.AUTH_SECRET }).catch(
        () => null,
      );
      return typeof token?.sid === 'string' ? loadSession(token.sid) : null;
    },
  };
}

const stateOf = (url: URL) => url.searchParams.get('state') ?? '';
const madeOf = async (tid: string) => db.select().from(tenants).where(eq(tenants.directoryId, tid));

/** Signs somebody in whose token says so, with whatever else a test does to it. */
async function signIn(given: Record<string, unknown> = {}, forgery: Forgery = {}, visit?: Visit) {
  const tid = typeof given.tid === 'string' ? given.tid : randomUUID();
  const browser = newBrowser(visit);
  const url = await browser.leave();
  const code = microsoft.grant(url, microsoftClaims(url, tid, given), forgery);
  const query = { code, state: stateOf(url) };
  const { location } = await browser.comeBack(query);
  return { tid, browser, url, query, location, actor: await browser.signedIn() };
}

describe('signing in at Microsoft', () => {
  it('asks the address that all organizations share, with state, nonce and PKCE', async () => {
    const url = await newBrowser().leave({ prompt: 'login' });
    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: testClient.id,
      redirect_uri: `${env.APP_ORIGIN}/api/auth/callback/entra`,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      prompt: 'login',
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    });
  });

  it('lets somebody in by the ids of a directory that nobody has seen, and goes on to where they were going', async () => {
    const { location, actor, tid } = await signIn();
    expect(location).toBe(`${env.APP_ORIGIN}/admin`);
    expect(actor).toMatchObject({ roles: ['global_admin'], directory: { cloudNative: true } });
    expect(await madeOf(tid)).toMatchObject([{ id: actor?.tenant.id, kind: 'customer' }]);
    expect(warned).toEqual([]);
  });

  const foreign = randomUUID();
  const past = Math.floor(Date.now() / 1000) - 60;
  it.each<[string, Record<string, unknown>, Forgery, string]>([
    ['another issuer', { iss: 'https://evil.example/v2.0' }, {}, 'unexpected iss value'],
    [
      'the issuer of another directory',
      { iss: `https://login.microsoftonline.com/${foreign}/v2.0` },
      {},
      'unexpected iss',
    ],
    ['another audience', { aud: 'another-app' }, {}, 'aud mismatch'],
    ['several audiences without a word whose', { aud: [testClient.id, 'another-app'] }, {}, 'azp'],
    ['another nonce', { nonce: 'of-another-sign-in' }, {}, 'nonce mismatch'],
    ['no nonce', { nonce: undefined }, {}, 'nonce mismatch'],
    ['an end that has come', { exp: past }, {}, 'JWT expired'],
    ['a beginning that has not', { nbf: past + 3600 }, {}, 'JWT not active yet'],
    ['no subject', { sub: undefined }, {}, 'missing required JWT property sub'],
    ['the signature of somebody else', {}, { key: 'stranger' }, 'signature'],
    ['no signature', {}, { key: 'none', header: { alg: 'none' } }, 'alg'],
    ['a signature made with our secret', {}, { header: { alg: 'HS256' } }, 'alg'],
  ])('refuses a token with %s', async (_what, given, forgery, cause) => {
    const { actor, location, tid } = await signIn(given, forgery);
    expect(actor).toBeNull();
    expect(location).toContain('error=OAuthCallback');
    expect(await madeOf(tid)).toEqual([]);
    expect(warned).toMatchObject([{ code: 'OAUTH_CALLBACK_ERROR', cause: expect.stringContaining(cause) }]);
    expect(JSON.stringify(warned)).not.toMatch(/eyJ|of-another-sign-in/);
  });

  it('refuses another state, and whoever comes back without our cookies', async () => {
    const browser = newBrowser();
    const url = await browser.leave();
    const code = microsoft.grant(url, microsoftClaims(url, randomUUID()));
    const { location } = await browser.comeBack({ code, state: 'of-somebody-else' });
    expect([location, await browser.signedIn()]).toEqual([expect.stringContaining('error=OAuthCallback'), null]);
    const other = newBrowser();
    await other.comeBack({ code, state: stateOf(url) });
    expect(await other.signedIn()).toBeNull();
    expect(warned).toMatchObject([
      { cause: expect.stringContaining('state mismatch') },
      { cause: expect.stringContaining('cookie was missing') },
    ]);
  });

  it('refuses a code that was fetched for another browser', async () => {
    const victim = newBrowser();
    const theirs = await victim.leave();
    const attacker = newBrowser();
    const url = await attacker.leave();
    const code = microsoft.grant(url, microsoftClaims(url, randomUUID()));
    await victim.comeBack({ code, state: stateOf(theirs) });
    expect(await victim.signedIn()).toBeNull();
  });

  it('lets nobody in twice by the same way back, cookies and all', async () => {
    const browser = newBrowser();
    const url = await browser.leave();
    const thief = newBrowser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    const code = microsoft.grant(url, microsoftClaims(url, randomUUID()));
    await browser.comeBack({ code, state: stateOf(url) });
    expect(await browser.signedIn()).not.toBeNull();
    const { location } = await thief.comeBack({ code, state: stateOf(url) });
    expect(location).toBe(`${env.APP_ORIGIN}/api/auth/signin?error=replayed`);
    expect(await thief.signedIn()).toBeNull();
  });

  it.each([
    ['a personal account', { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }, 'personal_account'],
    ['a guest without an organization here', { acct: 1, preferred_username: 'ada@fabrikam.example' }, 'not_own_domain'],
  ])('tells %s why it is no use', async (_who, given, reason) => {
    const { actor, location } = await signIn(given);
    expect([location, actor]).toEqual([`${env.APP_ORIGIN}/api/auth/signin?error=${reason}`, null]);
  });

  it('tells the operator what the app registration lacks, and the person nothing of it', async () => {
    const { location, actor } = await signIn({ wids: undefined });
    expect([location, actor]).toEqual([`${env.APP_ORIGIN}/api/auth/signin?error=incomplete`, null]);
    expect(warned).toMatchObject([
      { cause: 'the ID token lacks wids', hint: expect.stringContaining('groupMembershipClaims') },
    ]);
  });

  it('tells the operator that the client secret is wrong', async () => {
    microsoft.changeSecret('another-one');
    const { actor, location } = await signIn();
    expect([location, actor]).toEqual([expect.stringContaining('error=OAuthCallback'), null]);
    expect(warned).toMatchObject([{ hint: expect.stringContaining('ENTRA_CLIENT_SECRET') }]);
    expect(JSON.stringify(warned)).not.toContain(testClient.secret);
  });

  it('says what Microsoft said when somebody stopped there, in its own code alone', async () => {
    const browser = newBrowser();
    const url = await browser.leave();
    const { location } = await browser.comeBack({
      error: 'access_denied',
      error_description: 'AADSTS65004: <b>User declined</b>',
      state: stateOf(url),
    });
    expect(location).toContain('error=');
    expect(warned[0]).toMatchObject({ cause: 'Error: access_denied (AADSTS65004)' });
    expect(JSON.stringify(warned)).not.toContain('<b>');
  });
});

describe('coming back from Microsoft to connect an organization', () => {
  it('connects it, and signs nobody in', async () => {
    const { admin, tenant } = await newCustomer();
    const { location, actor, tid } = await signIn({}, {}, { actor: admin, connecting: 'yes' });
    expect([location, actor]).toEqual([`${env.APP_ORIGIN}/admin/directory?done=connected`, null]);
    expect(await madeOf(tid)).toMatchObject([{ id: tenant.id }]);
  });

  it('says why not, and makes no organization of the directory', async () => {
    const { admin } = await newCustomer();
    const visit: Visit = { actor: admin, connecting: 'yes' };
    const { location, tid } = await signIn({ wids: [] }, {}, visit);
    expect(location).toBe(`${env.APP_ORIGIN}/admin/directory?problem=not_administrator`);
    const lost = await signIn({}, {}, { actor: null, connecting: 'lost' });
    expect([lost.location, lost.actor]).toEqual([`${env.APP_ORIGIN}/api/auth/signin?error=connecting_lost`, null]);
    expect([...(await madeOf(tid)), ...(await madeOf(lost.tid))]).toEqual([]);
  });
});
