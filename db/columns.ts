import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

/**
 * The only file that knows both dialects. Everything is typed as PostgreSQL; on SQLite the same builders
 * come from drizzle's sqlite-core, which has the same runtime shape.
 */
export const dialect: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
  ? 'postgres'
  : 'sqlite';

const onPostgres = dialect === 'postgres';

/** Takes the SQLite builder where PostgreSQL is not in use, and keeps the PostgreSQL type. */
const either = <T>(postgres: T, sqlite: unknown): T => (onPostgres ? postgres : (sqlite as T));

export const table = either(pg.pgTable, lite.sqliteTable);
export const index = either(pg.index, lite.index);
export const uniqueIndex = either(pg.uniqueIndex, lite.uniqueIndex);
/** One table under a second name, to be joined twice. */
export const alias = either(pg.alias, lite.alias);
export const primaryKey = either(pg.primaryKey, lite.primaryKey);
/** A table's keys and references. */
export const tableConfig = either(pg.getTableConfig, lite.getTableConfig);

export const text = <T extends string = string>() => either(pg.text().$type<T>(), lite.text());
const pgKey = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });
/** Text ordered by its bytes on either engine, whatever the server's locale: a range of it is a search by beginning. */
export const key = () => either(pgKey(), lite.text());
export const integer = () => either(pg.integer(), lite.integer());
/** Bytes and rows can pass 2³¹; read back as a JavaScript number (exact to 2⁵³). */
export const bigint = () => either(pg.bigint({ mode: 'number' }), lite.integer());
export const flag = () => either(pg.boolean(), lite.integer({ mode: 'boolean' }));
/** A point in time, to the millisecond, as a Date. */
export const moment = () =>
  either(pg.timestamp({ withTimezone: true, mode: 'date', precision: 3 }), lite.integer({ mode: 'timestamp_ms' }));
export const json = <T>() => either(pg.jsonb().$type<T>(), lite.text({ mode: 'json' }));

const pgBytes = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
export const bytes = () => either(pgBytes(), lite.blob({ mode: 'buffer' }));

/** A UUID as its 16 bytes; for raw statements on SQLite. Throws on anything that is not a UUID. */
export function uuidToBytes(uuid: string): Buffer {
  const hex = uuid.replaceAll('-', '');
  const buffer = Buffer.from(hex, 'hex');
  if (hex.length !== 32 || buffer.length !== 16) throw new TypeError('not a UUID');
  return buffer;
}

export function bytesToUuid(buffer: Uint8Array): string {
  const hex = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const pgUuid = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'uuid' });
const liteUuid = lite.customType<{ data: string; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: uuidToBytes,
  fromDriver: bytesToUuid,
});
/** A UUID: text in TypeScript, 16 bytes at rest (native on PostgreSQL, a blob on SQLite). */
export const uuid = () => either(pgUuid(), liteUuid());
