// What guessing passwords gets, and what it costs everybody else (SECURITY.md, "Sign-in").
import { setTimeout } from 'node:timers/promises';
import { after, load, percentile } from './load.mjs';
import { note } from './table.mjs';

const wrong = 'not the password';
const perSecond = 200;
const seconds = 30;
/** The pause after ten failures, and a little for the clocks. */
const pause = 61_000;

/** One attempt, as the proxy in front would pass it on: `in`, `wrong` or `too_many`. */
async function attempt({ origin }, email, password, address) {
  const headers = { Origin: origin, 'X-Forwarded-For': address };
  const asked = await fetch(`${origin}/api/auth/csrf`, { headers });
  const { csrfToken } = await asked.json();
  const cookie = asked.headers.getSetCookie().map((line) => line.split(';')[0]);
  const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { ...headers, Cookie: cookie.join('; ') },
    body,
  });
  const said = await answer.text();
  if (answer.ok) return 'in';
  if (answer.status >= 500) throw new Error(`signing in answered ${answer.status}`);
  return said.includes('too_many') ? 'too_many' : 'wrong';
}

const count = (answers, what) => answers.filter((answer) => answer === what).length;
const summary = (answers) => ['in', 'wrong', 'too_many'].map((what) => `${count(answers, what)} ${what}`).join(', ');

async function measureOneAccount(portal, { people, password }) {
  const [email] = people;
  const tries = Array.from({ length: 50 }, (_, at) => attempt(portal, email, wrong, `198.51.100.${at + 1}`));
  const answers = await Promise.all(tries);
  note('50 wrong passwords on one account, at once', { ours: summary(answers), aim: '10 looked at' });
  const during = await attempt(portal, email, password, '198.51.100.60');
  await setTimeout(pause);
  const then = await attempt(portal, email, password, '198.51.100.61');
  note('The right one at once, and after the pause', { ours: `${during}, ${then}`, aim: 'too_many, in' });
}

async function measureManyAccounts(portal, { people, password }) {
  const address = '203.0.113.1';
  const answers = await Promise.all(people.slice(1).map((email) => attempt(portal, email, wrong, address)));
  note(`${answers.length} accounts once each, from one address`, { ours: summary(answers), aim: 'all looked at' });
  const then = await attempt(portal, people[1], password, '203.0.113.2');
  note('The right one of one of them', { ours: then, aim: 'in' });
}

/** One person reads Customers while somebody guesses at whatever names. */
async function measureFlood(portal, who) {
  const page = { headers: { Cookie: who.cookie }, connections: 1 };
  const url = `${portal.origin}/partner/customers`;
  await load(url, { ...page, until: after(2) });
  const idle = await load(url, { ...page, until: after(5) });
  const flood = [];
  const guess = (round) =>
    flood.push(attempt(portal, `guess-${round}@nowhere.example`, wrong, '203.0.113.3').catch((error) => error.message));
  const busy = load(url, { ...page, until: after(seconds) });
  for (let round = 0; round < perSecond * seconds; round++) {
    guess(round);
    if (round % (perSecond / 10) === 0) await setTimeout(100);
  }
  const { latencies } = await busy;
  const answers = await Promise.all(flood);
  note(`${perSecond} wrong a second for ${seconds} s, from one address`, {
    ours: summary(answers),
    aim: '100 looked at',
  });
  const milliseconds = (value) => `${value.toFixed(0)} ms`;
  note('Customers page of somebody else meanwhile, p99, and idle', {
    ours: milliseconds(percentile(latencies, 0.99)),
    bare: milliseconds(percentile(idle.latencies, 0.99)),
    aim: 'below 500 ms',
  });
  const then = await attempt(portal, who.people[2], who.password, '203.0.113.4');
  note('The right one of somebody elsewhere, right after', { ours: then, aim: 'in' });
}

export async function measureSignIn(portal, who) {
  await measureOneAccount(portal, who);
  await measureManyAccounts(portal, who);
  await measureFlood(portal, who);
}
