// `npm start`: everything from a fresh checkout to a portal that answers. Each part is skipped when it was done before.
import { build, install, requireNode, runScript, say } from './setup.mjs';

requireNode();
await install();
if ((await runScript('scripts/prepare.ts', ['--check'])) !== 0) process.exit(1);
await build();
if ((await runScript('scripts/prepare.ts')) !== 0) process.exit(1);
say('Starting.');
const { serveUntilStopped } = await import('./server.mjs');
await serveUntilStopped();
