// A thread that guesses at passwords, so many a second whatever is answered: its own work holds up nothing that is measured.
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { attempt, openBrowser } from './attempt.mjs';

const { portal, perSecond, seconds, email, spread } = workerData;
const pieces = 20;

/** Another name and another address each time, or always the same. */
const nameOf = (round) => (spread ? `guess-${round}@nowhere.example` : email);
const addressOf = (round) => (spread ? `10.${round >> 16}.${(round >> 8) & 255}.${round & 255}` : '203.0.113.3');

const browser = await openBrowser(portal, addressOf(0));
const answers = [];
const started = performance.now();
for (let round = 0; round < perSecond * seconds; round++) {
  answers.push(attempt(portal, browser, nameOf(round), 'not the password', addressOf(round)).catch(() => 'failed'));
  if ((round + 1) % (perSecond / pieces) !== 0) continue;
  const next = started + ((round + 1) / perSecond) * 1000;
  await setTimeout(Math.max(0, next - performance.now()));
}
const sent = (performance.now() - started) / 1000;
parentPort.postMessage({ answers: await Promise.all(answers), sent });
