import pino from 'pino';
import { env } from './env';

/** JSON lines on standard output. Bodies, cookies and tokens are never logged; the redaction is a second fence. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  redact: { paths: ['*.password', '*.token', '*.secret', '*.cookie', '*.authorization'], censor: '[removed]' },
});
