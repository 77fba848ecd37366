// `npm run crash`: twenty imports with a hundred kills in sum, on both engines. The suite runs the same test in a smaller size.
import { spawnSync } from 'node:child_process';
import { install, requireNode, say } from './setup.mjs';

requireNode();
await install();
const [imports = '20', kills = '100'] = process.argv.slice(2);
for (const engine of ['sqlite', 'postgres']) {
  say(`${imports} imports, ${kills} kills, on ${engine}.`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'lib/devices/interruption.test.ts'],
    { stdio: 'inherit', env: { ...process.env, ENGINE: engine, CRASH_IMPORTS: imports, CRASH_KILLS: kills } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
