// What every answer carries, set before Next sees the request, so that no route can be forgotten (docs/security.md).
import { randomBytes } from 'node:crypto';
import { isForPrograms } from './program-paths.mjs';

const always = [
  ['X-Content-Type-Options', 'nosniff'],
  // Not no-referrer: with it a plain form sends `Origin: null`, and our own sign-out button would look foreign.
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  ],
];
const isScript = /^\/_next\/static\//;
const holdsSecret = /^\/(invitation|partner-invitation|credential|join|setup)\//;

function pagePolicy(nonce, development) {
  return [
    "default-src 'none'",
    // React explains errors with eval while developing; a production build needs none.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The preview of a device file reads it in a worker.
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * Sets the answer's headers, and puts the page's policy on the request: Next takes the nonce for its scripts from there.
 * Whatever policy or nonce a client sent is gone.
 */
export function protect(request, response, { https, development = false }) {
  const path = request.url?.split('?', 1)[0] ?? '/';
  for (const [name, value] of always) response.setHeader(name, value);
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000');
  for (const name of ['content-security-policy', 'content-security-policy-report-only', 'x-nonce'])
    delete request.headers[name];
  if (isScript.test(path)) return;
  if (isForPrograms(path)) {
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    // Compressed, a stream would be held back; no-transform is what tells Next and proxies not to.
    response.setHeader('Cache-Control', path === '/api/events' ? 'no-store, no-transform' : 'no-store');
    return;
  }
  if (holdsSecret.test(path)) response.setHeader('Referrer-Policy', 'no-referrer');
  const policy = pagePolicy(randomBytes(16).toString('base64'), development);
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
}
