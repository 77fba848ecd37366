import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { dialect } from './columns';
import { databaseUrl } from './index';
import { sqliteFile } from './sqlite';

export interface Migration {
  tag: string;
  statements: string[];
}

/** The migrations of one engine, oldest first, as drizzle-kit wrote them. */
export function readMigrations(
  engine: 'sqlite' | 'postgres',
  folder = join(process.cwd(), 'db/migrations'),
): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, engine, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => ({
    tag,
    statements: readFileSync(join(folder, engine, `${tag}.sql`), 'utf8').split('--> statement-breakpoint'),
  }));
}

/**
 * A rebuilt table would delete its children by cascade while foreign keys are on, and the pragma does nothing inside a
 * transaction: so it is off around all of it, and the keys are checked before anything is committed.
 */
export function migrateSqlite(file: string, migrations: Migration[]): string[] {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file);
  const applied: string[] = [];
  try {
    connection.function('from_base64', (text: string) => Buffer.from(text, 'base64'));
    // What SQLite has is for ASCII alone.
    connection.function('lower_text', (text: string | null) => text?.toLowerCase() ?? null);
    connection.pragma('busy_timeout = 60000');
    connection.pragma('journal_mode = WAL');
    connection.pragma('foreign_keys = OFF');
    connection.exec('begin immediate');
    connection.exec('create table if not exists schema_migrations (tag text primary key)');
    const done = new Set(connection.prepare('select tag from schema_migrations').pluck().all());
    for (const { tag, statements } of migrations) {
      if (done.has(tag)) continue;
      for (const statement of statements) connection.exec(statement);
      connection.prepare('insert into schema_migrations (tag) values (?)').run(tag);
      applied.push(tag);
    }
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`migration would leave ${broken.length} rows without their parent`);
    connection.exec('commit');
    return applied;
  } finally {
    if (connection.inTransaction) connection.exec('rollback');
    connection.close();
  }
}

/** One row lock makes instances that start together take turns; whoever comes second finds nothing left to do. */
export async function migratePostgres(url: string, migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const applied: string[] = [];
  try {
    await createIfMissing(client, 'create table if not exists schema_migrations (tag text primary key)');
    await client.query(`insert into schema_migrations (tag) values ('lock') on conflict do nothing`);
    await client.query('begin');
    await client.query(`select tag from schema_migrations where tag = 'lock' for update`);
    const { rows } = await client.query<{ tag: string }>('select tag from schema_migrations');
    const done = new Set(rows.map((row) => row.tag));
    for (const { tag, statements } of migrations) {
      if (done.has(tag)) continue;
      for (const statement of statements) await client.query(statement);
      await client.query('insert into schema_migrations (tag) values ($1)', [tag]);
      applied.push(tag);
    }
    await client.query('commit');
    return applied;
  } finally {
    await client.end();
  }
}

/** `create table if not exists` can lose a race in PostgreSQL's catalogue (23505, 42P07); the loser has its table all the same. */
async function createIfMissing(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== '23505' && code !== '42P07') throw error;
  }
}

/** Brings the configured database up to date; returns the tags it applied. Safe to call from many processes at once. */
export async function migrate(): Promise<string[]> {
  const migrations = readMigrations(dialect);
  return dialect === 'postgres'
    ? migratePostgres(databaseUrl(), migrations)
    : migrateSqlite(sqliteFile(databaseUrl()), migrations);
}
