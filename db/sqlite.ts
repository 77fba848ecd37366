import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Db, Engine } from './index';

type Connection = Database.Database;
type Method = 'run' | 'all' | 'get' | 'values';

/** Statements are cached by their SQL: drizzle makes the same text for the same query, and preparing costs more than running. */
const CACHED_STATEMENTS = 500;

function prepareCached(connection: Connection) {
  const cache = new Map<string, Database.Statement>();
  return (sql: string): Database.Statement => {
    let statement = cache.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      if (cache.size >= CACHED_STATEMENTS) cache.delete(cache.keys().next().value as string);
      cache.set(sql, statement);
    }
    return statement;
  };
}

function execute(statement: Database.Statement, params: unknown[], method: Method): { rows: unknown[] } {
  if (!statement.reader) {
    statement.run(params);
    return { rows: [] };
  }
  statement.raw(true);
  // sqlite-proxy wants one bare row for `get`, and undefined for none; its type does not say so.
  if (method === 'get') return { rows: statement.get(params) as unknown[] };
  return { rows: statement.all(params) };
}

/** `file:relative/path.db` or a bare path. */
export function sqliteFile(url: string): string {
  return resolve(url.replace(/^file:/, ''));
}

const noBatch = () => Promise.reject(new Error('batches are not used; see db/bulk'));

function open(file: string): Connection {
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  // A consent must survive a power cut; FULL costs 5 % in batches (SECURITY.md, trap 4).
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('cache_size = -16384');
  return connection;
}

/**
 * Two connections to one file. Writes and transactions wait in one promise queue for the writer; reads outside a
 * transaction go to the reader, which sees only what is committed and never waits for an open transaction.
 */
export function openSqlite(url: string, schema: Record<string, unknown>): Engine {
  const file = sqliteFile(url);
  mkdirSync(dirname(file), { recursive: true });
  const writer = open(file);
  const reader = open(file);
  reader.pragma('query_only = ON');
  const onWriter = prepareCached(writer);
  const onReader = prepareCached(reader);

  let tail: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };

  const wrap = (run: (sql: string, params: unknown[], method: Method) => Promise<{ rows: unknown[] }>): Db =>
    // drizzle-orm 0.45.4 reads `casing` from its third argument only, so the batch callback we never use is given.
    drizzle(run as never, noBatch, { schema, casing: 'snake_case' }) as unknown as Db;

  const direct = async (sql: string, params: unknown[], method: Method) => execute(onWriter(sql), params, method);
  const outside = wrap(async (sql, params, method) => {
    const statement = onReader(sql);
    return statement.readonly ? execute(statement, params, method) : enqueue(() => direct(sql, params, method));
  });
  const inside = wrap(direct);

  return {
    outside,
    transaction: (work) =>
      enqueue(async () => {
        writer.exec('begin immediate');
        try {
          const result = await work(inside);
          writer.exec('commit');
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec('rollback');
          throw error;
        }
      }),
    async snapshot() {
      const connection = open(file);
      connection.pragma('query_only = ON');
      // A deferred transaction takes its view with its first read.
      connection.exec('begin; select 1 from sqlite_schema');
      const prepare = prepareCached(connection);
      return {
        frozen: wrap(async (sql, params, method) => execute(prepare(sql), params, method)),
        end: async () => void connection.close(),
      };
    },
    raw: { dialect: 'sqlite', writer, prepare: onWriter, prepareRead: onReader },
    async close() {
      await tail;
      reader.close();
      writer.close();
    },
  };
}
