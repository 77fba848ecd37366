import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The tables of the log, as `db/schema.ts` and SQL call them. */
const tables = 'auditEvents|auditHead|auditEntries|auditNames';
const inSql = 'audit_events|audit_head|audit_entries|audit_names';

const sources = ['app', 'components', 'lib', 'db', 'scripts']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(file, 'utf8') }));
const filesWith = (pattern: RegExp) => sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file);
const record = 'lib/audit/record.ts';

describe('the audit log', () => {
  it('is known by name only to lib/audit; export and import go through all tables unnamed', () => {
    const knowing = filesWith(new RegExp(`\\b(${tables}|${inSql})\\b`));
    expect(knowing.filter((file) => !file.startsWith('lib/audit/')).sort()).toEqual(['db/schema/audit.ts']);
    expect(filesWith(/import \* as \w+ from '[^']*schema'/).filter((file) => !file.startsWith('db/'))).toEqual([]);
  });

  it('is written by one file, under no other name', () => {
    expect(filesWith(new RegExp(`\\.(insert|update|delete)\\(\\s*(${tables})\\b`))).toEqual([record]);
    expect(filesWith(new RegExp(`\\b(${tables})\\s+as\\b|=\\s*(${tables})\\b`))).toEqual([]);
  });

  it('is only added to', () => {
    const writes = readFileSync(record, 'utf8').matchAll(/\.(insert|update|delete)\(\s*(\w+)/g);
    expect([...writes].map(([, verb, table]) => `${verb} ${table}`).sort()).toEqual([
      'insert auditCalls',
      'insert auditEntries',
      'insert auditEvents',
      'insert auditHead',
      'insert auditNames',
      'update auditHead',
      'update auditHead',
    ]);
  });

  it('takes events from commands alone', () => {
    expect(filesWith(/\brecordEvent\(/).sort()).toEqual([record, 'lib/command.ts']);
  });
});
