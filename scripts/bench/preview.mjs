// How long a person waits for the preview of a device file, in a browser, from choosing it.
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser.mjs';

/** Milliseconds until the first row with a fault is shown and until all rows were read; null where there is no browser. */
export async function timePreview(origin, path, cookie, content) {
  const executablePath = findBrowser();
  if (!executablePath) return null;
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext();
    const [name, value] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    const file = { name: 'devices.csv', mimeType: 'text/csv', buffer: content };
    const field = page.getByLabel('Device file');
    await page.getByRole('button', { name: /^Register/, disabled: false }).waitFor();
    const started = performance.now();
    await field.setInputFiles(file);
    await page.getByRole('listitem').filter({ hasText: 'Rejected' }).first().waitFor();
    const first = performance.now() - started;
    await page.getByRole('button', { name: /^Register [\d,]+ devices?$/ }).waitFor();
    return { first, all: performance.now() - started };
  } finally {
    await browser.close();
  }
}
