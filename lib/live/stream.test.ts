import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEntries, sessions, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { signOut } from '@/lib/auth/sign-out';
import { later, minutes, now, setClock } from '@/lib/clock';
import { openRequest } from '@/lib/consent/open-request';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { Feed, feed } from './feed';
import { openStream } from './open-stream';
import { missedTopics } from './queries';

afterEach(() => setClock());

/** An open page: `next()` waits for the next message, and is null when the stream has ended. */
async function watch(actor: UserActor, age = 0) {
  const reader = (await openStream(actor, age)).getReader();
  const text = new TextDecoder();
  return {
    next: async () => {
      const { value, done } = await reader.read();
      return done ? null : text.decode(value);
    },
    leave: () => reader.cancel(),
  };
}

const ready = 'event: ready\ndata: -\n\n';
const changed = (...topics: string[]) => `event: changed\ndata: ${topics.join(' ')}\n\n`;
const agent = async () => (await newPartner('direct', 'admin_agent')).actor;
/** Lets the time pass in which a fresh stream would report what was done before it. */
const settle = () => setClock(() => later(new Date(), minutes(1)));

describe('an open page', () => {
  it('hears that the customer accepted, and learns nothing but where to look', async () => {
    const actor = await agent();
    const link = await newRequest(actor);
    const { admin } = await newCustomer();
    settle();
    const page = await watch(actor);
    expect(await page.next()).toBe(ready);
    await acceptAs(admin, link);
    expect(await page.next()).toBe(changed('customers', 'requests', 'notifications'));
    await page.leave();
    expect(feed.watchers.size).toBe(0);
  });

  it('hears of its own organization only', async () => {
    const [actor, stranger] = [await agent(), await agent()];
    const customer = await newCustomer();
    const link = await newRequest(actor);
    settle();
    const [theirs, foreign] = [await watch(actor), await watch(stranger)];
    await acceptAs(customer.admin, link);
    await theirs.next();
    expect(await theirs.next()).toContain('customers');
    // The stranger's own request is the first thing the stranger hears of.
    await newRequest(stranger);
    expect(await foreign.next()).toBe(ready);
    expect(await foreign.next()).toBe(changed('requests', 'notifications'));
    await Promise.all([theirs.leave(), foreign.leave()]);
  });

  it('of a role that may not see it hears nothing of it', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const manager = await newPerson(tenant, 'user_admin');
    settle();
    const page = await watch(manager);
    await newRequest(actor);
    expect(await page.next()).toBe(ready);
    expect(await page.next()).toBe(changed('notifications'));
    await page.leave();
  });

  it('hears of what another process committed', async () => {
    const actor = await agent();
    settle();
    const heard: string[][] = [];
    // A feed of its own, as another process has: nothing wakes it, it looks.
    const elsewhere = new Feed();
    const watcher = { person: actor, changed: (topics: string[]) => heard.push(topics), end: () => undefined };
    await elsewhere.add(watcher);
    await newRequest(actor);
    await elsewhere.look();
    expect(heard.flat()).toContain('requests');
    elsewhere.remove(watcher);
  });

  it('is told what it missed while it was away', async () => {
    const actor = await agent();
    await newRequest(actor);
    const page = await watch(actor, 60_000);
    expect(await page.next()).toBe(ready);
    expect(await page.next()).toBe(changed('requests', 'notifications'));
    await page.leave();
  });
});

describe('a stream ends', () => {
  /** Three looks, within which every ended session is noticed. */
  const looks = async () => {
    for (let look = 0; look < 3; look++) await feed.look();
  };

  it.each<[string, (actor: UserActor) => Promise<unknown>]>([
    ['signs out', (actor) => signOut(actor, {})],
    ['is disabled', ({ id }) => db.update(users).set({ disabledAt: now() }).where(eq(users.id, id))],
    [
      'was away too long',
      ({ sessionId }) =>
        db
          .update(sessions)
          .set({ seenAt: later(now(), -minutes(31)) })
          .where(eq(sessions.id, sessionId)),
    ],
    [
      'has been signed in for too long',
      ({ sessionId }) => db.update(sessions).set({ expiresAt: now() }).where(eq(sessions.id, sessionId)),
    ],
  ])('when the person %s', async (_how, end) => {
    const actor = await agent();
    const other = await agent();
    const [page, theirs] = [await watch(actor), await watch(other)];
    await page.next();
    await end(actor);
    await looks();
    expect(await page.next()).toBe(null);
    expect([...feed.watchers].map(({ person }) => person.id)).toEqual([other.id]);
    await theirs.leave();
  });

  it('when the process stops', async () => {
    const other = new Feed();
    let ended = false;
    const end = () => {
      ended = true;
    };
    await other.add({ person: await agent(), changed: () => undefined, end });
    other.close();
    expect(ended).toBe(true);
  });

  it('when the browser is too far behind', async () => {
    const actor = await agent();
    await watch(actor);
    for (let message = 0; message < 30; message++) for (const watcher of feed.watchers) watcher.changed(['requests']);
    expect(feed.watchers.size).toBe(0);
  });
});

describe('a stream is refused', () => {
  it('to visitors', async () => {
    await expect(openStream(null, 0)).rejects.toMatchObject({ code: 'signed_out' });
    await expect(missedTopics(null, { age: 0 })).rejects.toMatchObject({ code: 'signed_out' });
  });

  it('beyond a dozen for one person, until one is closed', async () => {
    const actor = await agent();
    const pages = await Promise.all(Array.from({ length: 12 }, () => watch(actor)));
    await expect(openStream(actor, 0)).rejects.toMatchObject({ code: 'too_many', status: 429 });
    const colleague = await watch(await agent());
    await pages[0]?.leave();
    const another = await watch(actor);
    for (const page of [...pages.slice(1), colleague, another]) await page.leave();
    expect(feed.watchers.size).toBe(0);
  });
});

describe('a page that asks', () => {
  it('hears what changed in that time, and not what changed before', async () => {
    const actor = await agent();
    const { requestId, token } = await newRequest(actor);
    setClock(() => later(new Date(), minutes(10)));
    expect(await missedTopics(actor, { age: minutes(9) })).toEqual([]);
    expect(await missedTopics(actor, { age: minutes(11) })).toEqual(['requests', 'notifications']);
    await openRequest((await newCustomer()).admin, { requestId, token });
    expect(await missedTopics(actor, { age: 0 })).toEqual(['requests']);
  });

  it.each([null, 'x', '-1', 1e20, {}])('gets an answer for an age of %j', async (age) => {
    expect(await missedTopics(await agent(), { age })).toEqual([]);
  });

  it('is told that everything changed when it was too much', async () => {
    const person = (await newCustomer()).admin;
    const entry = { viewerId: person.tenant.id, at: now(), action: 'session.started', actorKey: 'x' };
    await db.insert(auditEntries).values(Array.from({ length: 500 }, (_, at) => ({ ...entry, seq: 1_000_000 + at })));
    const everything = ['relationships', 'profiles', 'conflicts', 'people', 'notifications'];
    expect(await missedTopics(person, { age: minutes(10) })).toEqual(everything);
  });

  it('does not keep the session alive', async () => {
    const { sessionId } = await agent();
    setClock(() => later(new Date(), minutes(20)));
    expect(await loadSession(sessionId, 'looked')).toMatchObject({ sessionId });
    setClock(() => later(new Date(), minutes(31)));
    expect(await loadSession(sessionId, 'looked')).toBe(null);
  });
});
