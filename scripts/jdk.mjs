// A JDK for the example in Java that the tests run: the one there is, or Debian's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from './setup.mjs';

/** Whether `java` runs a source file: from 17 on, and with a compiler. */
export function hasJdk() {
  const { stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
  const [, version] = /^jdk\.compiler@(\d+)/m.exec(stdout ?? '') ?? [];
  return Number(version ?? 0) >= 17;
}

/** Finds or installs one. Where neither works the tests run without it, and say so. */
export async function ensureJdk() {
  if (hasJdk()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing a JDK for the example in Java.');
    const install = ['install', '-y', '--no-install-recommends', 'openjdk-17-jdk-headless'];
    if ((await run('apt-get', ['update'])) === 0) await run('apt-get', install);
  }
  if (!hasJdk()) say('There is no JDK 17 or newer: the example in Java will not be run.');
}
