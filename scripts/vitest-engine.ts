import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migratePostgres, migrateSqlite, readMigrations } from '@/db/migrate';
import { startPostgres } from './postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated SQLite file to copy, or the URL of a server that has a migrated database `template_countersign`. */
    template: string;
  }
}

/** Once per run: a migrated template that every test file copies for itself. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.ENGINE === 'postgres') {
    const server = await startPostgres();
    const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
    await admin.connect();
    await admin.query('create database template_countersign');
    await admin.end();
    await migratePostgres(`${server.url}/template_countersign`, readMigrations('postgres'));
    project.provide('template', server.url);
    return server.stop;
  }
  const folder = mkdtempSync(join(tmpdir(), 'countersign-test-'));
  const file = join(folder, 'template.db');
  migrateSqlite(file, readMigrations('sqlite'));
  project.provide('template', file);
  return async () => rmSync(folder, { recursive: true, force: true });
}
