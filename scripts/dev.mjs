// `npm run dev`: packages, environment, database and demo as `npm start` does, then Next's development server.
import { install, requireNode, runPackage, runScript } from './setup.mjs';

requireNode();
await install();
if ((await runScript('scripts/prepare.ts')) !== 0) process.exit(1);
const port = process.env.PORT || '3000';
process.exit(await runPackage('next', 'dist/bin/next', ['dev', '--hostname', 'localhost', '--port', port]));
