import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

// Before any test file imports the database: a database of its own, on the engine of this run.
const template = inject('template');
const name = `test_${randomBytes(6).toString('hex')}`;
const folder = mkdtempSync(join(process.env.TMPDIR ?? '/tmp', 'countersign-file-'));

process.env.DATA_DIR = folder;
process.env.LOG_LEVEL = 'silent';
process.env.APP_ORIGIN = 'http://localhost:3000';
process.env.DEMO = '1';
if (process.env.ENGINE === 'postgres') {
  const admin = new pg.Client({ connectionString: `${template}/postgres` });
  await admin.connect();
  await admin.query(`create database ${name} template template_countersign`);
  await admin.end();
  process.env.DATABASE_URL = `${template}/${name}`;
} else {
  const file = join(dirname(template), `${name}.db`);
  copyFileSync(template, file);
  process.env.DATABASE_URL = `file:${file}`;
}

afterAll(async () => {
  const { closeDatabase } = await import('@/db');
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
