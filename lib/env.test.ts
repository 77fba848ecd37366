import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEnv } from './env';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const parse = (given: Record<string, string>) => parseEnv({ DATA_DIR: folder, ...given });
const secret = 'x'.repeat(32);

describe('the environment', () => {
  it('needs nothing on localhost', () => {
    expect(parse({})).toMatchObject({
      PORT: 3000,
      APP_ORIGIN: 'http://localhost:3000',
      DATABASE_URL: `file:${join(folder, 'countersign.db')}`,
      DEMO: true,
      WORKER: true,
      LOG_LEVEL: 'info',
    });
  });

  it('takes a blank variable as one that is not set', () => {
    expect(
      parse({ PORT: '', APP_ORIGIN: '', DATABASE_URL: '', AUTH_SECRET: '', SMTP_URL: '', DEMO: '', WORKER: '' }),
    ).toEqual(parse({}));
  });

  it('knows the issuer that all organizations share, and takes another one by https or on this machine', () => {
    expect(parse({}).ENTRA_ISSUER).toBe('https://login.microsoftonline.com/organizations/v2.0');
    for (const ENTRA_ISSUER of ['https://login.example', 'http://127.0.0.1:4000', 'http://localhost:4000/a'])
      expect(parse({ ENTRA_ISSUER }).ENTRA_ISSUER).toBe(ENTRA_ISSUER);
  });

  it('keeps the secret it made', () => {
    expect(parse({}).AUTH_SECRET).toHaveLength(43);
    expect(parse({}).AUTH_SECRET).toBe(parse({}).AUTH_SECRET);
  });

  it('has no demo away from localhost unless it is asked for', () => {
    const portal = { APP_ORIGIN: 'https://portal.example', AUTH_SECRET: secret };
    expect(parse(portal).DEMO).toBe(false);
    expect(parse({ ...portal, DEMO: '1' }).DEMO).toBe(true);
    expect(parse({ DEMO: '0' }).DEMO).toBe(false);
  });

  it.each<[Record<string, string>, string]>([
    [{ PORT: 'abc' }, 'PORT must be a port number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT must be a port number from 1 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a port number from 1 to 65535.'],
    [{ PORT: '80.5' }, 'PORT must be a port number from 1 to 65535.'],
    [
      { APP_ORIGIN: 'portal.example' },
      'APP_ORIGIN must be an origin such as https://portal.example.com, without a path.',
    ],
    [
      { APP_ORIGIN: 'http://localhost:3000/' },
      'APP_ORIGIN must be an origin such as https://portal.example.com, without a path.',
    ],
    [
      { APP_ORIGIN: 'http://portal.example', AUTH_SECRET: secret },
      'APP_ORIGIN must start with https:// unless it is localhost.',
    ],
    [{ APP_ORIGIN: 'https://portal.example' }, 'AUTH_SECRET must be set when APP_ORIGIN is not localhost.'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL must start with file: or postgres://.'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters.'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL must start with smtp:// or smtps://.'],
    [{ MAIL_FROM: 'Countersign' }, 'MAIL_FROM must hold an address.'],
    [{ DEMO: 'yes' }, 'DEMO must be 0 or 1.'],
    [{ WORKER: '1' }, 'WORKER must be on or off.'],
    [{ ENTRA_CLIENT_ID: 'a' }, 'ENTRA_CLIENT_SECRET must be set when ENTRA_CLIENT_ID is.'],
    [{ ENTRA_CLIENT_SECRET: 'a' }, 'ENTRA_CLIENT_ID must be set when ENTRA_CLIENT_SECRET is.'],
    ...[
      'login.microsoftonline.com',
      'http://login.microsoftonline.com/organizations/v2.0',
      'https://login.microsoftonline.com/organizations/v2.0/',
      'https://login.microsoftonline.com/organizations/v2.0?a=b',
    ].map((ENTRA_ISSUER): [Record<string, string>, string] => [
      { ENTRA_ISSUER },
      'ENTRA_ISSUER must be an https address such as https://login.microsoftonline.com/organizations/v2.0.',
    ]),
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    [{ PORT: 'x', DEMO: 'x' }, 'PORT must be a port number from 1 to 65535.\nDEMO must be 0 or 1.'],
  ])('refuses %j', (given, sentence) => {
    expect(() => parse(given)).toThrow(new Error(sentence));
  });

  it('never repeats a value, which may be a secret', () => {
    expect(() => parse({ DATABASE_URL: 'mysql://u:hunter2@db' })).toThrow(/^((?!hunter2).)*$/);
  });

  it('says when the data folder cannot be used', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => parse({ DATA_DIR: join(file, 'data') })).toThrow('DATA_DIR must be a folder that can be written to.');
  });
});
