import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newConsent, newCustomer, newPartner, newTenant } from '@/lib/testing/tenants';
import { db } from '.';
import { dialect } from './columns';
import { exportLines } from './export';
import { importLines } from './import';
import * as schema from './schema';
import { keyOf, parentsFirst } from './transfer';

const folder = mkdtempSync(join(tmpdir(), 'countersign-transfer-'));
const wholeFile = join(folder, 'whole.ndjson');
const deviceCount = 6000;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One row of everything that has a special column, and enough devices that an import takes a while. */
beforeAll(async () => {
  const customer = await newCustomer('Größe & Söhne');
  const { tenant: partner, actor } = await newPartner('direct', 'admin_agent');
  await newConsent(customer, partner, { dap: true });
  const owner = { customerId: customer.tenant.id, partnerId: partner.id, createdBy: actor.id };
  const batch = { id: uuidv7(), ...owner, name: 'Élan', nameKey: 'élan', createdAt: new Date() };
  await db.insert(schema.batches).values(batch);
  const counts = { bytes: 2 ** 31 + 5, total: 3, doneRows: 3, registered: 1, unchanged: 1, rejected: 1 };
  const upload = {
    id: uuidv7(),
    number: 1,
    ...owner,
    batchId: batch.id,
    batchName: 'Élan',
    ...counts,
    createdAt: new Date(),
  };
  await db.insert(schema.uploads).values({
    ...upload,
    mode: 'keep_good',
    state: 'finished',
    columns: ['serial', 'model'],
    finishedAt: new Date('2026-02-03T04:05:06.789Z'),
  });
  const parts = Array.from({ length: 20 }, (_, part) => ({ uploadId: upload.id, part, content: randomBytes(999) }));
  await db.insert(schema.uploadParts).values(parts);
  await db.insert(schema.makes).values({ number: 1, manufacturer: 'Größe', model: 'Atlas "13",\n\u{1F4BB}' });
  for (let from = 0; from < deviceCount; from += 1000) {
    await db.insert(schema.devices).values(
      Array.from({ length: 1000 }, (_, i) => ({
        upload: upload.number,
        row: from + i,
        serial: `S-${from + i}`,
        make: 1,
        hashDigest: i % 2 === 0 ? randomBytes(32) : null,
        registeredAt: new Date(),
      })),
    );
  }
  const detail = { nested: { list: [1, null, 'ü'], yes: true } };
  const event = { id: uuidv7(), seq: 1, at: new Date(), action: 'test.done', actorName: 'x', detail };
  const link = { prevHash: '0'.repeat(64), hash: 'f'.repeat(64) };
  await db.insert(schema.auditEvents).values({ ...event, ...link, actorType: 'system' });
  writeFileSync(wholeFile, (await all(exportLines())).join(''));
});

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

/** The address of a new, empty database. */
async function emptyDatabase(engine: 'sqlite' | 'postgres'): Promise<string> {
  const name = `transfer_${randomBytes(6).toString('hex')}`;
  if (engine === 'sqlite') return `file:${join(folder, `${name}.db`)}`;
  const url = new URL(process.env.DATABASE_URL ?? '');
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** A program of ours at work on a database of its own. */
function script(name: 'db-import' | 'db-export', database: string, file: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: database };
  return spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, file], { env, stdio: 'pipe' });
}

function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as unknown);

/** Row by row: the difference of two whole files would fill the screen. */
function expectSameRows(file: string, other: string): void {
  const rows = rowsOf(file);
  const expected = rowsOf(other);
  for (const [i, row] of rows.entries()) expect(row).toEqual(expected[i]);
  expect(rows).toHaveLength(expected.length);
}

async function exported(database: string): Promise<string> {
  const file = join(folder, `${randomBytes(6).toString('hex')}.ndjson`);
  expect(await ended(script('db-export', database, file))).toMatchObject({ code: 0 });
  return file;
}

describe('an export', () => {
  it('goes through every table by its key, parents before children', () => {
    expect(parentsFirst.length).toBeGreaterThan(15);
    for (const table of parentsFirst) expect(keyOf(table), getTableName(table)).not.toEqual([]);
    const place = (table: PgTable) => parentsFirst.indexOf(table);
    expect(place(schema.tenants)).toBeLessThan(place(schema.users));
    expect(place(schema.uploads)).toBeLessThan(place(schema.uploadParts));
    expect(keyOf(schema.uploadParts).map(([name]) => name)).toEqual(['uploadId', 'part']);
  });

  it('is the database at one moment, whatever is written meanwhile', async () => {
    const lines = exportLines();
    await lines.next();
    const late = await newCustomer();
    await newConsent(late, await newTenant('partner', { partnerType: 'direct' }));
    const rest = await all(lines);
    expect(rest.some((line) => line.includes(late.tenant.id))).toBe(false);
    expect(rest).toHaveLength(rowsOf(wholeFile).length);
  });
});

// Each of these starts several programs; a busy machine takes its time over them.
describe('an import', { timeout: 120_000 }, () => {
  const route = dialect === 'postgres' ? (['sqlite', 'postgres', 'sqlite'] as const) : (['sqlite', 'sqlite'] as const);
  it(`brings everything through ${route.join(' and ')} unchanged`, async () => {
    let file = wholeFile;
    for (const engine of route) {
      const database = await emptyDatabase(engine);
      expect(await ended(script('db-import', database, file))).toMatchObject({ code: 0 });
      file = await exported(database);
      expectSameRows(file, wholeFile);
    }
  });

  it('goes on where it was when it was killed midway', async () => {
    const database = await emptyDatabase(dialect);
    const first = script('db-import', database, wholeFile);
    const end = ended(first);
    const rowsThen = await new Promise<number>((resolve) => {
      first.stdout?.on('data', (chunk: Buffer) => {
        const rows = Number(String(chunk).split(' ')[0]);
        if (rows > 1000) {
          first.kill('SIGKILL');
          resolve(rows);
        }
      });
    });
    expect(await end).toMatchObject({ code: null });
    const second = await ended(script('db-import', database, wholeFile));
    expect(second.code).toBe(0);
    expect(Number(second.said.split(' ')[0])).toBeGreaterThan(rowsThen);
    expectSameRows(await exported(database), wholeFile);
  });

  it('says when the file is cut off, refuses another one, and takes the whole', async () => {
    const database = await emptyDatabase(dialect);
    const lines = readFileSync(wholeFile, 'utf8').split('\n');
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(cut, `${lines.slice(0, 700).join('\n')}\n`);
    const tried = await ended(script('db-import', database, cut));
    expect(tried).toMatchObject({ code: 1, said: expect.stringContaining('cut off after 699 rows') });
    const other = join(folder, 'other.ndjson');
    writeFileSync(other, readFileSync(wholeFile, 'utf8').replace(/"id":"[^"]+"/, `"id":"${uuidv7()}"`));
    const refused = await ended(script('db-import', database, other));
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('a part of another import') });
    expect(await ended(script('db-import', database, wholeFile))).toMatchObject({ code: 0 });
  });

  const given = (...lines: string[]) =>
    importLines(
      (async function* () {
        yield* lines;
      })(),
      () => undefined,
    );
  const header = () => readFileSync(wholeFile, 'utf8').split('\n', 1)[0] ?? '';

  it('refuses a database that is not empty', async () => {
    await expect(given(header())).rejects.toThrow('This database is not empty: tenants has rows.');
  });

  it.each([
    [
      'another version',
      () => header().replace(/"migration":"[^"]+"/, '"migration":"9999_x"'),
      'database version 9999_x',
    ],
    ['something else', () => '{"table":"tenants","row":{}}', 'not an export of Countersign'],
    ['no JSON', () => 'Device Serial Number', 'not JSON'],
  ])('refuses a file of %s', async (_what, line, sentence) => {
    await expect(given(line())).rejects.toThrow(sentence);
  });
});
