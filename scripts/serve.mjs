// Migrates, seeds the demo when there is one, and serves what `next build` made. For tests and for images built elsewhere.
import { runScript } from './setup.mjs';

if ((await runScript('scripts/prepare.ts')) !== 0) process.exit(1);
const { serveUntilStopped } = await import('./server.mjs');
await serveUntilStopped();
