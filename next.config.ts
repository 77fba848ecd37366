import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // The optimiser is a hole we do not need (SECURITY.md, trap 6).
  images: { unoptimized: true },
  // `forbidden()` answers 403 with our own page where a role does not reach.
  experimental: { authInterrupts: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', '@node-rs/argon2', 'nodemailer'],
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
