import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Everything a file brings along when a browser loads it, and what of that only a server has. */
function broughtAlong(entry: string): { files: string[]; foreign: string[] } {
  const files = new Set<string>();
  const foreign = new Set<string>();
  const visit = (path: string) => {
    const file = [path, `${path}.ts`, `${path}.tsx`].find((name) => name.endsWith('.ts') && existsSync(name));
    if (!file || files.has(file)) return;
    files.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, typeOnly, target = ''] of source.matchAll(
      /(?:^|\n)(?:import|export) (type )?[^'";]*?from '([^']+)'/g,
    )) {
      if (typeOnly) continue;
      if (target.startsWith('@/')) visit(target.slice(2));
      else if (target.startsWith('.')) visit(normalize(join(dirname(file), target)));
      else foreign.add(target);
    }
    for (const [, target = ''] of source.matchAll(/import\('([^']+)'\)/g))
      visit(normalize(join(dirname(file), target)));
  };
  visit(entry);
  return { files: [...files], foreign: [...foreign] };
}

describe('the reader of device files', () => {
  const { files, foreign } = broughtAlong('app/partner/customers/[id]/devices/upload/preview-worker.ts');

  it('is the one the server has, in a browser too', () => {
    for (const shared of ['read-records', 'decode', 'row-rules', 'seen-rows', 'parse-header', 'read-workbook']) {
      expect(files).toContain(`lib/devices/${shared}.ts`);
    }
  });

  it('brings nothing along that only a server has', () => {
    expect(foreign).toEqual(['papaparse']);
    expect(files.filter((file) => file.startsWith('db/'))).toEqual([]);
  });
});
