// A Chromium for the tests: the one we are told to use, Playwright's own, the system's, or one that we install.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run, runPackage, say } from './setup.mjs';

const system = '/usr/bin/chromium';

/** The browser to start, or undefined when there is none yet. */
export function findBrowser() {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), system].find((path) => path && existsSync(path));
}

/** Finds or installs one; ends the process with a sentence when neither works. */
export async function ensureBrowser() {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH)) {
    console.error('CHROMIUM_PATH names a file that does not exist.');
    process.exit(1);
  }
  if (findBrowser()) return;
  say('Installing a Chromium for the tests.');
  const fromPlaywright = () => runPackage('playwright', 'cli.js', ['install', 'chromium']);
  const fromDebian = async () =>
    process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
      ? (await run('apt-get', ['update'])) || run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
      : 1;
  if ((await fromPlaywright()) !== 0 || !findBrowser()) await fromDebian();
  if (findBrowser()) return;
  console.error('There is no Chromium and none could be installed. Install one and set CHROMIUM_PATH to its program.');
  process.exit(1);
}
