// How much JavaScript a browser has to fetch before a page is complete.
import { gzipSync } from 'node:zlib';

/** Kilobytes (1,000 bytes, gzip) of all scripts that the page names. */
export async function firstLoad(origin, path, headers = {}) {
  const page = await fetch(`${origin}${path}`, { headers });
  if (!page.ok) throw new Error(`${path} answered ${page.status}`);
  const html = await page.text();
  const scripts = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map(([, src]) => src));
  let bytes = 0;
  for (const src of scripts) {
    const content = await (await fetch(new URL(src.replaceAll('&amp;', '&'), origin))).arrayBuffer();
    bytes += gzipSync(Buffer.from(content)).length;
  }
  return bytes / 1000;
}
