import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';
import { freePort } from './scripts/free-port.mjs';

// This file is read once by the run and again by each of its workers; what the first reading decides is handed on.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_FOLDER ??= join(tmpdir(), `countersign-e2e-${randomBytes(6).toString('hex')}`);
const origin = `http://localhost:${process.env.E2E_PORT}`;
const server = {
  PORT: process.env.E2E_PORT,
  APP_ORIGIN: origin,
  DATA_DIR: process.env.E2E_FOLDER,
  DATABASE_URL: `file:${join(process.env.E2E_FOLDER, 'countersign.db')}`,
  AUTH_SECRET: 'a secret that only these tests share with their server',
  DEMO: '1',
  WORKER: 'on',
  SMTP_URL: '',
  LOG_LEVEL: 'warn',
};
// The tests put organisations of their own into the server's database and sign people in by cookie.
Object.assign(process.env, server);

const executablePath = findBrowser();
const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalTeardown: './e2e/remove-folder.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // On a shared machine a browser is sometimes starved. What passes only at its second go is listed as flaky, with a trace.
  retries: process.env.CI ? 1 : 0,
  // The longest stories take half a minute on an idle machine, and there is not always one.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    baseURL: origin,
    launchOptions: executablePath ? { executablePath, args } : { args },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node scripts/serve.mjs',
    url: `${origin}/api/health`,
    env: server,
    stdout: 'ignore',
    stderr: 'pipe',
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
