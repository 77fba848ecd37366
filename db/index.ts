import { AsyncLocalStorage } from 'node:async_hooks';
import type Database from 'better-sqlite3';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { dialect } from './columns';
import { openPostgres } from './postgres';
import * as schema from './schema';
import { openSqlite } from './sqlite';

/** Typed as PostgreSQL on both engines; only what both have is used (DESIGN §5). */
export type Db = NodePgDatabase<typeof schema>;

type RawEngine =
  | {
      dialect: 'sqlite';
      writer: Database.Database;
      prepare: (sql: string) => Database.Statement;
      /** On the connection that sees only what is committed. */
      prepareRead: (sql: string) => Database.Statement;
    }
  | { dialect: 'postgres'; pool: Pool };

export interface Engine {
  outside: Db;
  transaction<T>(work: (inside: Db, client?: PoolClient) => Promise<T>): Promise<T>;
  /** A view of the database as it is now, whatever is written meanwhile; `end` lets go of it. */
  snapshot(): Promise<{ frozen: Db; end(): Promise<void> }>;
  raw: RawEngine;
  close(): Promise<void>;
}

interface Transaction {
  db: Db;
  client: PoolClient | undefined;
  open: boolean;
  afterCommit: (() => void)[];
}

/** Next bundles this file more than once; the connection, its queue and the ambient transaction must be one. */
const shared = globalThis as typeof globalThis & {
  countersignEngine?: Engine;
  countersignTransaction?: AsyncLocalStorage<Transaction>;
};

/** As lib/env.ts says; this folder may not ask it. */
export const databaseUrl = () => process.env.DATABASE_URL || `file:${process.env.DATA_DIR || '.data'}/countersign.db`;

export function engine(): Engine {
  shared.countersignEngine ??=
    dialect === 'postgres' ? openPostgres(databaseUrl(), schema) : openSqlite(databaseUrl(), schema);
  return shared.countersignEngine;
}

shared.countersignTransaction ??= new AsyncLocalStorage<Transaction>();
const ambient = shared.countersignTransaction;

/** The open transaction of this call chain; throws when it ended before an un-awaited promise came back to it. */
function current(): Transaction | undefined {
  const transaction = ambient.getStore();
  if (transaction && !transaction.open) throw new Error('a query outlived its transaction: something was not awaited');
  return transaction;
}

/** The database. Inside `transaction()` it is the transaction. */
export const db: Db = new Proxy({} as Db, {
  get(_target, property) {
    const target = current()?.db ?? engine().outside;
    const value = Reflect.get(target, property);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});

/**
 * Runs `work` in one transaction; a nested call joins the outer one and rolls back with it. No network, no sleep and no
 * un-awaited promise inside.
 */
export async function transaction<T>(work: () => Promise<T>): Promise<T> {
  if (current()) return work();
  const afterCommit: (() => void)[] = [];
  const result = await engine().transaction(async (inside, client) => {
    const store: Transaction = { db: inside, client, open: true, afterCommit };
    try {
      return await ambient.run(store, work);
    } finally {
      store.open = false;
    }
  });
  for (const callback of afterCommit) callback();
  return result;
}

/** True inside `transaction()`. */
export const inTransaction = (): boolean => current() !== undefined;

/** Calls back once the open transaction is committed, never when it rolls back; at once outside a transaction. */
export function afterCommit(callback: () => void): void {
  const transaction = current();
  if (transaction) transaction.afterCommit.push(callback);
  else callback();
}

/** For `db/bulk/` only: the engine's own handle, inside the open transaction. */
export function rawTransaction(): { raw: RawEngine; client: PoolClient | undefined } {
  const transaction = current();
  if (!transaction) throw new Error('bulk work runs inside transaction()');
  return { raw: engine().raw, client: transaction.client };
}

/** For `db/bulk/` only: the engine's own handles, for reading what is committed. */
export const rawEngine = (): RawEngine => engine().raw;

/** Ends all connections; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await shared.countersignEngine?.close();
  shared.countersignEngine = undefined;
}

export { dialect } from './columns';
