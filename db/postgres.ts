import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Db, Engine } from './index';

/** One pool per process; a transaction holds one client from `begin` to `commit`. */
export function openPostgres(url: string, schema: Record<string, unknown>): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle client that loses its server must not end the process; the next query reports it.
  pool.on('error', () => undefined);
  const wrap = (client: pg.Pool | pg.PoolClient): Db =>
    drizzle(client, { schema, casing: 'snake_case' }) as unknown as Db;

  return {
    outside: wrap(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(wrap(client), client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async snapshot() {
      const client = await pool.connect();
      // The view is taken by the transaction's first query, not by its begin.
      await client.query('begin isolation level repeatable read read only; select 1');
      return {
        frozen: wrap(client),
        async end() {
          await client.query('commit');
          client.release();
        },
      };
    },
    raw: { dialect: 'postgres', pool },
    close: () => pool.end(),
  };
}
