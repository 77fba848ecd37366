import type { NextConfig } from 'next';

const hardened = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not no-referrer: with it a plain form sends `Origin: null`, and our own sign-out button would look foreign.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];
const strictTransport = { key: 'Strict-Transport-Security', value: 'max-age=63072000' };
const programs = '/:api(api|v1|oem)/:path*';

export default {
  poweredByHeader: false,
  // The optimiser is a hole we do not need (SECURITY.md, trap 6).
  images: { unoptimized: true },
  // `forbidden()` answers 403 with our own page where a role does not reach.
  experimental: { authInterrupts: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', '@node-rs/argon2', 'nodemailer'],
  // What every answer has. A page's policy with its nonce, and HSTS for pages, come from proxy.ts.
  headers: async () => [
    { source: '/:path*', headers: hardened },
    {
      source: '/:link(invitation|partner-invitation)/:path*',
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    },
    {
      source: programs,
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
        { key: 'Cache-Control', value: 'no-store' },
      ],
    },
    // Compressed, a stream would be held back; this header is what tells Next and proxies not to.
    { source: '/api/events', headers: [{ key: 'Cache-Control', value: 'no-store, no-transform' }] },
    {
      source: programs,
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [strictTransport],
    },
  ],
  async rewrites() {
    return {
      // One address, a page for people and JSON for programs: the App Router has no folder that is both.
      beforeFiles: [
        {
          source: '/mailbox',
          has: [{ type: 'header', key: 'accept', value: '.*application/json.*' }],
          destination: '/api/mailbox',
        },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
} satisfies NextConfig;
