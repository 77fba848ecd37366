// The server: a small entry in front of Next's request handler that sets headers, cuts slow clients and stops in order.
import { createServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sayWhenEmpty } from './empty-answers.mjs';
import { protect } from './headers.mjs';
import { putRight } from './program-paths.mjs';
import { nameSender } from './sender.mjs';
import { onStop } from './stop.mjs';

const seconds = (count) => count * 1000;
/** A 2 GiB upload at 5 Mbit/s takes 57 minutes; everything else is cut much earlier. */
const limits = { headers: seconds(15), body: seconds(60), upload: seconds(3600), silence: seconds(60) };
/** Longer than the 60 s that common proxies keep an idle connection, so that they never send into a closed one. */
const keepAlive = seconds(65);
/** How long requests, then jobs, may take to finish once we are told to stop. */
const grace = seconds(10);

const isLocal = (origin) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);

/** Resolves when it listens; on loopback only (both families) unless APP_ORIGIN says that others are to come. */
function listen(server, port, local) {
  const open = (listener, host) =>
    new Promise((done, fail) => {
      listener.once('error', fail);
      listener.listen({ port, host }, () => done(listener));
    });
  if (!local) return open(server, undefined).then(() => []);
  const sixth = createListener((socket) => server.emit('connection', socket));
  return open(server, '127.0.0.1')
    .then(() => open(sixth, '::1'))
    .then(
      () => [sixth],
      (error) => {
        if (error.code === 'EADDRINUSE') throw error;
        return []; // A machine without IPv6 is reached by 127.0.0.1 alone.
      },
    );
}

/** A body that trickles holds a connection; only uploads may take their time. */
function cutSlowBody(request) {
  if (request.headers['content-length'] === '0' || request.method === 'GET' || request.method === 'HEAD') return;
  if (request.url?.startsWith('/api/uploads')) return;
  const timer = setTimeout(() => request.socket.destroy(), limits.body);
  const clear = () => clearTimeout(timer);
  request.once('end', clear).once('close', clear);
}

/**
 * Answers those who would rather speak another protocol as if they had not asked: Java's own client offers HTTP/2 with every
 * request. Next listens for WebSockets, which only development has, and would cut them off.
 */
function refuseUpgrades(server) {
  server.removeAllListeners('upgrade');
  server.on('newListener', (event) => {
    if (event === 'upgrade') queueMicrotask(() => server.removeAllListeners('upgrade'));
  });
}

/** Starts serving; returns a function that finishes what is in flight, stops the jobs and closes the database. */
export async function serve({ development = false } = {}) {
  process.env.NODE_ENV = development ? 'development' : 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const port = Number(process.env.PORT || 3000);
  const origin = process.env.APP_ORIGIN || `http://localhost:${port}`;
  const local = isLocal(origin);
  const proxies = Number(process.env.TRUSTED_PROXIES || 0);
  const https = origin.startsWith('https://');
  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.upload,
    keepAliveTimeout: keepAlive,
    connectionsCheckingInterval: seconds(5),
  });
  server.setTimeout(limits.silence);

  const { default: next } = await import('next');
  const app = next({ dev: development, dir: fileURLToPath(new URL('..', import.meta.url)), httpServer: server, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  let stopping = false;
  server.on('request', (request, response) => {
    if (stopping) response.setHeader('Connection', 'close');
    request.url = putRight(request.url ?? '/');
    nameSender(request, proxies);
    cutSlowBody(request);
    sayWhenEmpty(request, response);
    protect(request, response, { https, development });
    // The image optimizer is a hole we do not need (SECURITY.md, trap 6).
    if (request.url?.startsWith('/_next/image')) return response.writeHead(404).end();
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  if (!development) refuseUpgrades(server);
  const others = await listen(server, port, local);

  return async function stop() {
    stopping = true;
    for (const other of others) other.close();
    // lib/live/feed.ts leaves this: streams to open pages have no end of their own.
    globalThis.countersignFeed?.close();
    const closed = new Promise((done) => server.close(done));
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const late = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
    await app.close();
    // instrumentation.ts leaves this: it stops the job worker and closes the database.
    await Promise.race([globalThis.countersignStop?.(), new Promise((done) => setTimeout(done, grace).unref())]);
  };
}

/** Serves until asked to stop; prints the address once it answers. */
export async function serveUntilStopped(options) {
  const port = process.env.PORT || '3000';
  const stop = await serve(options).catch((error) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `PORT ${port} is in use. Choose another one, or stop what runs there.` : error);
    process.exit(1);
  });
  onStop(async () => {
    console.log('Stopping: finishing what is in flight.');
    await stop();
    process.exit(0);
  });
  console.log(`Countersign answers at ${process.env.APP_ORIGIN || `http://localhost:${port}`}`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await serveUntilStopped();
