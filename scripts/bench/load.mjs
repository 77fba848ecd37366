// A small load generator: keep-alive connections that ask for one page as fast as it comes.
import { Agent, request } from 'node:http';

function get(url, headers, agent) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** Asks until `until()` says so; returns requests per second and the latencies in milliseconds, sorted. */
export async function load(url, { headers = {}, connections = 8, until }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies = [];
  const started = performance.now();
  const connection = async () => {
    while (!until()) {
      const asked = performance.now();
      await get(url, headers, agent);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: latencies.length / seconds, latencies: latencies.sort((a, b) => a - b) };
}

/** For `until`: true once so many seconds have gone by. */
export function after(seconds) {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() > end;
}

export const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const median = (values) =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
