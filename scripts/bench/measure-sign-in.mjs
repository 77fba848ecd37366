// What guessing passwords gets, and what it costs everybody else (SECURITY.md, "Sign-in").
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { attempt, openBrowser } from './attempt.mjs';
import { after, load, percentile } from './load.mjs';
import { note } from './table.mjs';

const wrong = 'not the password';
const perSecond = 200;
const seconds = 30;
/** The pause after ten failures, and a little for the clocks. */
const pause = 61_000;
/** How often somebody with the right password signs in meanwhile. */
const every = 250;

const outcomes = ['in', 'wrong', 'too_many', 'busy', 'failed'];
const summary = (answers) =>
  outcomes
    .map((what) => [answers.filter((answer) => answer === what).length, what])
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
const milliseconds = (value) => `${value.toFixed(0)} ms`;
const late = (latencies) =>
  percentile(
    [...latencies].sort((a, b) => a - b),
    0.99,
  );

/** One attempt by a browser that has never been here. */
async function tryOnce(portal, email, password, address) {
  return attempt(portal, await openBrowser(portal, address), email, password, address);
}

async function measureOneAccount(portal, { people, password }) {
  const [email] = people;
  const tries = Array.from({ length: 50 }, (_, at) => tryOnce(portal, email, wrong, `198.51.100.${at + 1}`));
  const answers = await Promise.all(tries);
  note('50 wrong passwords on one account, at once', { ours: summary(answers), aim: '10 looked at' });
  const during = await tryOnce(portal, email, password, '198.51.100.60');
  await setTimeout(pause);
  const then = await tryOnce(portal, email, password, '198.51.100.61');
  note('The right one at once, and after the pause', { ours: `${during}, ${then}`, aim: 'too_many, in' });
}

async function measureManyAccounts(portal, { people, password }) {
  const address = '203.0.113.1';
  const answers = await Promise.all(people.slice(1).map((email) => tryOnce(portal, email, wrong, address)));
  note(`${answers.length} accounts once each, from one address`, { ours: summary(answers), aim: 'all looked at' });
  const then = await tryOnce(portal, people[1], password, '203.0.113.2');
  note('The right one of one of them', { ours: then, aim: 'in' });
}

/** Somebody signs in again and again with the right password until `until()` says so. */
async function signInAgain(portal, browser, { email, password, address }, until) {
  const answers = [];
  const latencies = [];
  while (!until()) {
    const asked = performance.now();
    answers.push(await attempt(portal, browser ?? (await openBrowser(portal, address)), email, password, address));
    latencies.push(performance.now() - asked);
    await setTimeout(every);
  }
  return { answers, latencies };
}

/** What others meet at the same time: one reads Customers, one signs in with a browser known to be theirs, one with a new one. */
async function measureOthers(portal, who, browser, until) {
  const url = `${portal.origin}/partner/customers`;
  const [page, known, fresh] = await Promise.all([
    load(url, { headers: { Cookie: who.cookie }, connections: 1, until }),
    signInAgain(portal, browser, { email: who.people[3], password: who.password, address: '192.0.2.3' }, until),
    signInAgain(portal, null, { email: who.people[4], password: who.password, address: '192.0.2.4' }, until),
  ]);
  return { page, known, fresh };
}

function flood(portal, given) {
  const data = { portal: { origin: portal.origin }, perSecond, seconds, ...given };
  const thread = new Worker(new URL('./flood.mjs', import.meta.url), { workerData: data });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

async function measureFlood(portal, who, { title, spread, aim }) {
  const browser = await openBrowser(portal, '192.0.2.3');
  await attempt(portal, browser, who.people[3], who.password, '192.0.2.3');
  await measureOthers(portal, who, browser, after(2));
  const idle = await measureOthers(portal, who, browser, after(10));
  let over = false;
  const guessing = flood(portal, { email: who.people[5], spread }).finally(() => {
    over = true;
  });
  const busy = await measureOthers(portal, who, browser, () => over);
  const { answers, sent } = await guessing;
  note(`${perSecond} wrong a second for ${seconds} s, ${title}`, {
    ours: `${summary(answers)} (sent in ${sent.toFixed(0)} s)`,
    aim,
  });
  const told = (what, { latencies }, before) =>
    note(`${what} meanwhile, p99, and idle`, {
      ours: milliseconds(late(latencies)),
      bare: milliseconds(late(before.latencies)),
      aim: 'below 500 ms',
    });
  told('Customers page of somebody else', busy.page, idle.page);
  told('Signing in with a browser of one’s own', busy.known, idle.known);
  told('Signing in with a new browser', busy.fresh, idle.fresh);
  note('What they were answered', {
    ours: `own: ${summary(busy.known.answers)}; new: ${summary(busy.fresh.answers)}`,
    aim: 'in',
  });
  const then = await tryOnce(portal, who.people[2], who.password, '203.0.113.4');
  note('The right one of somebody elsewhere, right after', { ours: then, aim: 'in' });
}

export async function measureSignIn(portal, who) {
  await measureFlood(portal, who, { title: 'on one account from one address', spread: false, aim: '10 looked at' });
  await measureFlood(portal, who, {
    title: 'each on another name from another address',
    spread: true,
    aim: 'others go on',
  });
  await measureOneAccount(portal, who);
  await measureManyAccounts(portal, who);
}
