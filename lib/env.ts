import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const text = (schema: z.ZodType<string>) => z.preprocess(blankIsUnset, schema.optional());
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const originRule = 'must be an origin such as https://portal.example.com, without a path';
const portRule = 'must be a port number from 1 to 65535';
const issuerRule = 'must be an https address such as https://login.microsoftonline.com/organizations/v2.0';
const proxiesRule = 'must be the number of proxies in front of this server, from 0 to 9';
/** Plain http only to a directory on this very machine, as tests have one. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash } = new URL(value);
  const safe = protocol === 'https:' || (protocol === 'http:' && localHosts.has(hostname));
  return safe && search === '' && hash === '' && !value.endsWith('/');
}

const schema = z.object({
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number(portRule).int(portRule).min(1, portRule).max(65535, portRule).default(3000),
  ),
  APP_ORIGIN: text(z.string().refine((value) => URL.canParse(value) && new URL(value).origin === value, originRule)),
  DATABASE_URL: text(z.string().regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must start with file: or postgres://')),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default('.data')),
  AUTH_SECRET: text(z.string().min(32, 'must have at least 32 characters')),
  SMTP_URL: text(z.string().regex(/^smtps?:\/\/.+$/, 'must start with smtp:// or smtps://')),
  MAIL_FROM: z.preprocess(
    blankIsUnset,
    z.string().includes('@', 'must hold an address').default('Countersign <no-reply@countersign.example>'),
  ),
  DEMO: z.preprocess(blankIsUnset, z.enum(['0', '1'], 'must be 0 or 1').optional()),
  WORKER: z.preprocess(blankIsUnset, z.enum(['on', 'off'], 'must be on or off').default('on')),
  TRUSTED_PROXIES: z.preprocess(
    blankIsUnset,
    z.coerce.number(proxiesRule).int(proxiesRule).min(0, proxiesRule).max(9, proxiesRule).default(0),
  ),
  ENTRA_CLIENT_ID: text(z.string()),
  ENTRA_CLIENT_SECRET: text(z.string()),
  ENTRA_ISSUER: z.preprocess(
    blankIsUnset,
    z.string().refine(isIssuer, issuerRule).default('https://login.microsoftonline.com/organizations/v2.0'),
  ),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be one of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
  ),
});

export interface Env {
  PORT: number;
  /** Scheme, host and port that people type; every link we make starts with it. */
  APP_ORIGIN: string;
  DATABASE_URL: string;
  DATA_DIR: string;
  AUTH_SECRET: string;
  SMTP_URL: string | undefined;
  MAIL_FROM: string;
  DEMO: boolean;
  WORKER: boolean;
  /** Proxies of ours that append to X-Forwarded-For; `scripts/sender.mjs` reads it. */
  TRUSTED_PROXIES: number;
  /** The app registration at Microsoft Entra ID: both or none. */
  ENTRA_CLIENT_ID: string | undefined;
  ENTRA_CLIENT_SECRET: string | undefined;
  ENTRA_ISSUER: string;
  LOG_LEVEL: string;
}

const entraPair = [
  ['ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET'],
  ['ENTRA_CLIENT_SECRET', 'ENTRA_CLIENT_ID'],
] as const;

/**
 * Reads and checks the environment. Throws an Error whose message is one sentence per wrong variable, naming it and never
 * repeating its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
  }
  const given = result.data;
  const origin = given.APP_ORIGIN ?? `http://localhost:${given.PORT}`;
  const local = localHosts.has(new URL(origin).hostname);
  if (!local && !given.AUTH_SECRET) throw new Error('AUTH_SECRET must be set when APP_ORIGIN is not localhost.');
  if (!local && !origin.startsWith('https://'))
    throw new Error('APP_ORIGIN must start with https:// unless it is localhost.');
  for (const [name, other] of entraPair)
    if (given[other] && !given[name]) throw new Error(`${name} must be set when ${other} is.`);
  return {
    ...given,
    APP_ORIGIN: origin,
    DATABASE_URL: given.DATABASE_URL ?? `file:${join(given.DATA_DIR, 'countersign.db')}`,
    AUTH_SECRET: given.AUTH_SECRET ?? keptSecret(given.DATA_DIR),
    SMTP_URL: given.SMTP_URL,
    ENTRA_CLIENT_ID: given.ENTRA_CLIENT_ID,
    ENTRA_CLIENT_SECRET: given.ENTRA_CLIENT_SECRET,
    DEMO: given.DEMO === undefined ? local : given.DEMO === '1',
    WORKER: given.WORKER === 'on',
  };
}

/** Made once and kept beside the data, so that a restart does not sign everybody out. */
function keptSecret(folder: string): string {
  const file = join(folder, 'auth-secret');
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process may have written it first; its secret is the one.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST' && existsSync(file)))
      throw new Error('DATA_DIR must be a folder that can be written to.');
  }
  return readFileSync(file, 'utf8').trim();
}

let parsed: Env | undefined;

/** The environment, parsed at first use: importing this file has no effect, so a build needs no configuration. */
export const env: Env = new Proxy({} as Env, {
  get(_target, name) {
    parsed ??= parseEnv(process.env);
    return Reflect.get(parsed, name);
  },
});
