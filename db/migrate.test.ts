import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { dialect } from './columns';
import { type Migration, migrateSqlite, readMigrations } from './migrate';
import * as schema from './schema';

const folder = mkdtempSync(join(tmpdir(), 'countersign-migrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFile = () => join(folder, `${randomBytes(6).toString('hex')}.db`);

const first: Migration = {
  tag: '0000_first',
  statements: [
    'create table parents (id integer primary key, name text)',
    'create table children (id integer primary key, parent integer references parents(id) on delete cascade)',
    "insert into parents values (1, 'a'), (2, 'b')",
    'insert into children values (10, 1), (20, 2)',
  ],
};
/** As drizzle-kit writes it when a column changes: SQLite cannot alter one in place. */
const rebuild: Migration = {
  tag: '0001_rebuild',
  statements: [
    'PRAGMA foreign_keys=OFF',
    "create table __new_parents (id integer primary key, name text not null default '')",
    'insert into __new_parents select id, name from parents',
    'drop table parents',
    'alter table __new_parents rename to parents',
    'PRAGMA foreign_keys=ON',
  ],
};

function read(file: string, sql: string): unknown[] {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.prepare(sql).pluck().all();
  } finally {
    connection.close();
  }
}

describe('a migration on SQLite', () => {
  it('that rebuilds a table keeps its children', () => {
    const file = newFile();
    migrateSqlite(file, [first]);
    expect(migrateSqlite(file, [first, rebuild])).toEqual(['0001_rebuild']);
    expect(read(file, 'select id from children')).toEqual([10, 20]);
    expect(read(file, 'select name from pragma_table_info(\'parents\') where "notnull" = 1')).toEqual(['name']);
  });

  it('that leaves children without their parent is refused and leaves nothing behind', () => {
    const file = newFile();
    migrateSqlite(file, [first]);
    const orphaning: Migration = { tag: '0001_orphans', statements: ['delete from parents where id = 1'] };
    expect(() => migrateSqlite(file, [first, orphaning])).toThrow('1 rows without their parent');
    expect(read(file, 'select id from parents')).toEqual([1, 2]);
    expect(read(file, 'select tag from schema_migrations')).toEqual(['0000_first']);
  });

  it('that fails halfway leaves nothing behind, and works once it is mended', () => {
    const file = newFile();
    migrateSqlite(file, [first]);
    const broken: Migration = { ...rebuild, statements: [...rebuild.statements.slice(0, 4), 'nonsense'] };
    expect(() => migrateSqlite(file, [first, broken])).toThrow('syntax error');
    expect(read(file, 'select id from parents')).toEqual([1, 2]);
    expect(migrateSqlite(file, [first, rebuild])).toEqual(['0001_rebuild']);
  });
});

describe('instances that start at once', { timeout: 120_000 }, () => {
  async function emptyDatabase(): Promise<string> {
    if (dialect === 'sqlite') return `file:${newFile()}`;
    const name = `start_${randomBytes(6).toString('hex')}`;
    const url = new URL(process.env.DATABASE_URL ?? '');
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create database ${name}`);
    await admin.end();
    url.pathname = `/${name}`;
    return url.href;
  }

  it('on an empty database all come up, with everything in it once', async () => {
    const database = await emptyDatabase();
    const env = { ...process.env, DATABASE_URL: database, DEMO: '1' };
    const start = () =>
      new Promise<string>((resolve) => {
        let said = '';
        const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/prepare.ts'], { env, stdio: 'pipe' });
        const hear = (chunk: Buffer) => {
          said += chunk;
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.once('close', (code) => resolve(code === 0 ? 'healthy' : said));
      });
    expect(await Promise.all(Array.from({ length: 4 }, start))).toEqual(Array(4).fill('healthy'));
    const names = ['tenants', 'users', 'consents', 'devices'];
    const counts = () => Promise.all(names.map((name) => countRows(database, name)));
    expect(await counts()).toEqual([8, 18, 3, 60]);
    expect(await start()).toBe('healthy');
    expect(await counts()).toEqual([8, 18, 3, 60]);
  });

  async function countRows(database: string, name: string): Promise<number> {
    const sql = `select count(*) as rows from ${name}`;
    if (dialect === 'sqlite') return read(database.replace('file:', ''), sql)[0] as number;
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    const { rows } = await client.query<{ rows: string }>(sql);
    await client.end();
    return Number(rows[0]?.rows);
  }
});

describe('the migrations of the two engines', () => {
  interface Snapshot {
    tables: Record<
      string,
      {
        name: string;
        columns: Record<string, { name: string; notNull: boolean; primaryKey: boolean }>;
        indexes: Record<
          string,
          { name: string; isUnique: boolean; where?: string; columns: (string | { expression: string })[] }
        >;
        foreignKeys: Record<string, { columnsFrom: string[]; tableTo: string; columnsTo: string[]; onDelete: string }>;
        compositePrimaryKeys: Record<string, { columns: string[] }>;
      }
    >;
  }
  const shape = (engine: 'sqlite' | 'postgres') => {
    const number = readMigrations(engine).at(-1)?.tag.slice(0, 4);
    const file = join('db/migrations', engine, 'meta', `${number}_snapshot.json`);
    const { tables } = JSON.parse(readFileSync(file, 'utf8')) as Snapshot;
    return Object.values(tables)
      .map((table) => ({
        table: table.name,
        columns: Object.values(table.columns).map(({ name, notNull, primaryKey }) => ({ name, notNull, primaryKey })),
        indexes: Object.values(table.indexes)
          .map(({ name, isUnique, where, columns }) => ({
            name,
            isUnique,
            where,
            columns: columns.map((column) => (typeof column === 'string' ? column : column.expression)),
          }))
          .sort((a, b) => a.name.localeCompare(b.name)),
        foreignKeys: Object.values(table.foreignKeys)
          .map(({ columnsFrom, tableTo, columnsTo, onDelete }) => ({ columnsFrom, tableTo, columnsTo, onDelete }))
          .sort((a, b) => a.columnsFrom.join().localeCompare(b.columnsFrom.join())),
        keys: Object.values(table.compositePrimaryKeys).map(({ columns }) => columns),
      }))
      .sort((a, b) => a.table.localeCompare(b.table));
  };

  it('make what the schema says; otherwise run npm run db:generate', async () => {
    const number = readMigrations(dialect).at(-1)?.tag.slice(0, 4);
    const made = JSON.parse(readFileSync(join('db/migrations', dialect, 'meta', `${number}_snapshot.json`), 'utf8'));
    const missing =
      dialect === 'postgres'
        ? await generateMigration(made, generateDrizzleJson(schema, undefined, undefined, 'snake_case'))
        : await generateSQLiteMigration(made, await generateSQLiteDrizzleJson(schema, undefined, 'snake_case'));
    expect(missing).toEqual([]);
  });

  it('make the same tables, columns, indexes and references', () => {
    expect(shape('sqlite')).toEqual(shape('postgres'));
    expect(shape('sqlite').length).toBeGreaterThan(10);
  });
});
