import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { deviceId } from './bulk/device-id';
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

describe('a database in which only people asked', () => {
  it('keeps its requests and conflicts with who asked, and the proofs, when both tables are rebuilt', () => {
    const file = join(folder, 'people.db');
    const migrations = readMigrations('sqlite');
    migrateSqlite(
      file,
      migrations.slice(
        0,
        migrations.findIndex(({ tag }) => tag.endsWith('_clients_ask')),
      ),
    );
    const [tenant, user, batch, upload, request, conflict] = Array.from({ length: 6 }, () => uuidToBytes(randomUUID()));
    const before = new Database(file);
    insert(before, 'tenants', { id: tenant });
    insert(before, 'users', { id: user, tenant_id: tenant, roles: '[]' });
    const owner = { customer_id: tenant, partner_id: tenant, created_by: user };
    insert(before, 'batches', { id: batch, ...owner });
    insert(before, 'uploads', { id: upload, ...owner, batch_id: batch });
    insert(before, 'consent_requests', { id: request, ...owner, decided_by: user });
    const sides = { asker_partner_id: tenant, asker_customer_id: tenant, holder_customer_id: tenant };
    insert(before, 'conflicts', { id: conflict, ...sides, registrar_id: tenant, asked_by: user, upload_id: upload });
    insert(before, 'conflict_proof_parts', { conflict_id: conflict, content: Buffer.from('a proof') });
    before.close();

    migrateSqlite(file, migrations);
    const after = new Database(file, { readonly: true });
    const all = (sql: string) => after.prepare(sql).raw().all();
    expect(all('select id, created_by, client_id, decided_by, decided_client_id from consent_requests')).toEqual([
      [request, user, null, user, null],
    ]);
    expect(all('select id, asked_by, asked_client_id, refused_client_id, closed_client_id from conflicts')).toEqual([
      [conflict, user, null, null, null],
    ]);
    expect(all('select conflict_id, content from conflict_proof_parts')).toEqual([[conflict, Buffer.from('a proof')]]);
    after.close();
  });
});

describe('a database whose devices had ids of their own', () => {
  it('keeps every device with its hash, its batch and its history, under the id it has now', () => {
    const file = join(folder, 'wide.db');
    const migrations = readMigrations('sqlite');
    const narrow = migrations.findIndex(({ tag }) => tag === '0006_narrow_devices');
    migrateSqlite(file, migrations.slice(0, narrow));
    const [tenant, user, upload, own, other, first, second, change] = Array.from({ length: 8 }, () =>
      uuidToBytes(randomUUID()),
    );
    const before = new Database(file);
    insert(before, 'tenants', { id: tenant });
    insert(before, 'users', { id: user, tenant_id: tenant, roles: '[]' });
    const owner = { customer_id: tenant, partner_id: tenant, created_by: user };
    for (const id of [own, other]) insert(before, 'batches', { id, ...owner, name_key: bytesToUuid(id as Buffer) });
    insert(before, 'uploads', { id: upload, ...owner, batch_id: own });
    const shared = { customer_id: tenant, registrar_id: tenant, upload_id: upload, manufacturer: 'Contoso' };
    const rows = [
      { id: first, row: 1, batch_id: own, serial: 'A', model: 'Atlas', product_key: null, group_tag: 'Sales' },
      { id: second, row: 260, batch_id: other, serial: 'B', model: 'Atlas', product_key: '1234567890123' },
    ];
    for (const row of rows) insert(before, 'devices', { ...shared, ...row });
    insert(before, 'device_hashes', { device_id: second, hash: Buffer.from('a hash').toString('base64') });
    insert(before, 'device_changes', { id: change, device_id: second, user_id: user });
    before.close();

    migrateSqlite(file, migrations);
    const after = new Database(file, { readonly: true });
    const all = (sql: string) => after.prepare(sql).raw().all();
    expect(
      all(`select d.upload, d.row, d.serial, m.manufacturer, m.model, d.product_key, d.group_tag, d.moved_to
        from devices d join makes m on m.number = d.make order by d.row`),
    ).toEqual([
      [1, 1, 'A', 'Contoso', 'Atlas', null, 'Sales', null],
      [1, 260, 'B', 'Contoso', 'Atlas', '1234567890123', null, other],
    ]);
    expect(all('select upload, row, hash from device_hashes')).toEqual([[1, 260, Buffer.from('a hash')]]);
    expect(all('select upload, batch_id, devices from device_counts')).toEqual(
      expect.arrayContaining([
        [1, own, 1],
        [1, other, 1],
      ]),
    );
    for (const made of ['created_by, client_id from uploads', 'user_id, client_id from device_changes']) {
      expect(all(`select ${made}`)).toEqual([[user, null]]);
    }
    const [changed] = all('select device_id from device_changes') as Buffer[][];
    after.close();
    expect(bytesToUuid(changed?.[0] as Buffer)).toBe(deviceId(bytesToUuid(upload as Buffer), 260));
  });
});
