import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { findAddress, type Resolve } from './find-address';
import { localTargets } from './local-targets';
import { targetFault } from './target';

/** How long an endpoint may take for everything, in milliseconds. */
const patience = 10_000;
/** Of an answer this much is kept, in characters. */
const answerKept = 500;

/** Why an event did not arrive. `status`: it was answered, with something else than 2xx. */
export type DeliveryFault =
  | 'blocked'
  | 'unresolved'
  | 'unreachable'
  | 'untrusted'
  | 'timeout'
  | 'status'
  | 'unsealed'
  | 'disabled';

export interface Posted {
  fault: DeliveryFault | null;
  status: number | null;
  answer: string | null;
  /** In milliseconds. */
  duration: number;
}

interface Posting {
  url: string;
  headers: Record<string, string>;
  body: string;
  resolve?: Resolve;
  timeout?: number;
}

/**
 * Sends one event and waits for the answer. Never throws. The host is looked up here and the connection made to the very
 * address that was judged, so that a name cannot lead elsewhere in between. Redirects are not followed.
 */
export async function postEvent({ url: typed, headers, body, resolve, timeout = patience }: Posting): Promise<Posted> {
  const started = performance.now();
  const over = (given: Partial<Posted>): Posted => {
    const duration = Math.round(performance.now() - started);
    return { fault: null, status: null, answer: null, ...given, duration };
  };
  const local = localTargets();
  if (targetFault(typed, { local })) return over({ fault: 'blocked' });
  const url = new URL(typed);
  const signal = AbortSignal.timeout(timeout);
  const found = await Promise.race([findAddress(url, { local, resolve }), aborted(signal)]);
  if (typeof found === 'string') return over({ fault: found });
  const lookup: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [found]) : done(null, found.address, found.family);
  const length = String(Buffer.byteLength(body));
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    lookup,
    headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': length },
  };
  try {
    const { status, answer } = await ask(url, options, body);
    return over({ fault: status >= 200 && status < 300 ? null : 'status', status, answer });
  } catch (error) {
    return over({ fault: signal.aborted ? 'timeout' : faultOf(error) });
  }
}

const aborted = (signal: AbortSignal): Promise<'timeout'> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve('timeout'), { once: true }));

function ask(url: URL, options: RequestOptions, body: string): Promise<{ status: number; answer: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options, (response) => {
      let answer = '';
      const done = () => {
        // Without what PostgreSQL cannot store and nobody can read; cut between characters.
        const readable = [...answer.replace(/\p{Cc}+/gu, ' ')].slice(0, answerKept).join('');
        resolve({ status: response.statusCode ?? 0, answer: readable });
        response.destroy();
      };
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        answer += piece;
        if (answer.length >= answerKept) done();
      });
      // The status counts, also of an answer that breaks off.
      response.on('end', done).on('error', done);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A certificate that does not hold, or a server that does not speak TLS; everything else is not reached. */
const faultOf = (error: unknown): DeliveryFault => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code) ? 'untrusted' : 'unreachable';
};
