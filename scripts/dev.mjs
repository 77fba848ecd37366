// `npm run dev`: packages, environment, database and demo as `npm start` does, then Next's development server.
import { install, requireNode, runScript } from './setup.mjs';

requireNode();
await install();
if ((await runScript('scripts/prepare.ts')) !== 0) process.exit(1);
const { serveUntilStopped } = await import('./server.mjs');
await serveUntilStopped({ development: true });
