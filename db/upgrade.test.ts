import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesToUuid, uuidToBytes } from './columns';
import { migrateSqlite, readMigrations } from './migrate';

const folder = mkdtempSync(join(tmpdir(), 'countersign-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A row with every column that has to be filled, by the names and types the table has in that version. */
function insert(connection: Database.Database, table: string, given: Record<string, unknown>): void {
  const columns = connection.prepare(`select name, type from pragma_table_info('${table}') where "notnull" = 1`).all();
  const filled = Object.fromEntries(
    (columns as { name: string; type: string }[]).map(({ name, type }) => [name, type === 'integer' ? 0 : 'x']),
  );
  const row = { ...filled, ...given };
  const names = Object.keys(row);
  connection
    .prepare(`insert into ${table} (${names.join()}) values (${names.map((name) => `@${name}`).join()})`)
    .run(row);
}

describe('a database of the first version', () => {
  it('keeps its requests and consents, and what they refer to, when the table of requests is rebuilt', () => {
    const file = join(folder, 'first.db');
    const migrations = readMigrations('sqlite');
    migrateSqlite(file, migrations.slice(0, 1));
    const [tenant, user, request, consent] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()].map(uuidToBytes);
    const before = new Database(file);
    insert(before, 'tenants', { id: tenant });
    insert(before, 'users', { id: user, tenant_id: tenant, roles: '[]' });
    insert(before, 'consent_requests', { id: request, partner_id: tenant, created_by: user, state: 'sent' });
    const parties = { customer_id: tenant, partner_id: tenant, granted_by: user };
    insert(before, 'consents', { id: consent, request_id: request, ...parties });
    before.close();

    expect(migrateSqlite(file, migrations)).toEqual(migrations.slice(1).map(({ tag }) => tag));
    const after = new Database(file, { readonly: true });
    const kept = after
      .prepare(
        `select r.state, r.token_hash, r.standing_link_id, r.replaces_id, c.request_id
         from consents c join consent_requests r on r.id = c.request_id`,
      )
      .all() as Record<string, unknown>[];
    after.close();
    expect(kept).toEqual([
      { state: 'sent', token_hash: 'x', standing_link_id: null, replaces_id: null, request_id: request },
    ]);
    expect(bytesToUuid(kept[0]?.request_id as Buffer)).toBe(bytesToUuid(request as Buffer));
  });
});
