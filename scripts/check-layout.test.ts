import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLayout } from './check-layout.mjs';

const roots: string[] = [];

/** A project of these files; a file's content defaults to nothing. */
function problemsOf(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'countersign-layout-'));
  roots.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return checkLayout(root).problems;
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const commandFile = `import { command } from '@/lib/command';\nexport const accept = command({});\n`;
const queryFile = `import { query } from '@/lib/query';\nexport const list = query({});\n`;

describe('the layout check', () => {
  it('is content with the shape of the house', () => {
    expect(
      problemsOf({
        'app/partner/page.tsx': `import Link from 'next/link';\nimport { Card } from '@/components/ui/card';\nimport { list } from '@/lib/consent/queries';\n`,
        'components/ui/card.tsx': `import Link from 'next/link';\nimport { cx } from './class-names';\n`,
        'components/consent/card.tsx': `import type { Row } from '@/lib/consent/queries';\nimport { isOpen } from '@/lib/consent/state';\n`,
        'lib/consent/state.ts': '',
        'lib/consent/queries.ts': queryFile,
        'lib/consent/request-queries.ts': queryFile,
        'lib/consent/accept.ts': `import { db } from '@/db';\n${commandFile}`,
        'lib/consent/accept.test.ts': `import { db } from '@/db';\nexport * from './accept';\n`,
        'lib/auth/session.ts': `import { cookies } from 'next/headers';\n`,
        'db/index.ts': `import { table } from './columns';\n`,
        'db/columns.ts': '',
        'scripts/worker.ts': `import { db } from '@/db';\n`,
        'instrumentation.ts': `import { startWorker } from '@/lib/jobs/worker';\n`,
        'lib/jobs/worker.ts': '// import { Page } from "@/app/page"\n',
      }),
    ).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['a page that reads the database', 'app/page.tsx', `import { db } from '@/db';\n`, 'app may not import db'],
    [
      'a page beside the database, relatively',
      'app/page.tsx',
      `import { db } from '../db';\n`,
      'app may not import db',
    ],
    ['a root file on the database', 'instrumentation.ts', `import { db } from '@/db';\n`, 'root may not import db'],
    ['the domain on a view', 'lib/mail/text.ts', `import { C } from '@/components/ui/c';\n`, 'lib may not import comp'],
    ['the database on the domain', 'db/seed.ts', `import { now } from '@/lib/clock';\n`, 'db may not import lib'],
    ['a lazy import', 'db/seed.ts', `const { now } = await import('@/lib/clock');\n`, 'db may not import lib'],
    [
      'ui on the domain, types too',
      'components/ui/a.tsx',
      `import type { A } from '@/lib/a';\n`,
      'ui knows only itself',
    ],
    ['ui on a domain view', 'components/ui/a.tsx', `import { A } from '../consent/a';\n`, 'ui knows only itself'],
    ['ui on the database', 'components/ui/a.tsx', `import { db } from '@/db';\n`, 'components may not import db'],
    ['Next in the domain', 'lib/consent/a.ts', `import { cookies } from 'next/headers';\n`, 'imports next/headers'],
    ['Next headers in a view', 'components/ui/a.tsx', `import { h } from 'next/headers';\n`, 'imports next/headers'],
    ['a barrel', 'lib/consent/index.ts', '', 'is a barrel'],
    ['a re-export', 'lib/consent/a.ts', `export * from './b';\n`, 're-exports a whole file'],
    ['a drawer', 'lib/consent/utils.ts', '', 'says nothing'],
    ['a drawer with a first name', 'lib/consent/form-helpers.ts', '', 'says nothing'],
    ['a drawer folder', 'app/common/a.ts', '', 'says nothing'],
    ['an unknown topic', 'lib/sales/a.ts', '', 'is not a topic of the domain'],
    ['an unknown kind of component', 'components/sales/a.tsx', '', 'is neither ui nor a topic'],
    ['an unknown folder at the root', 'src/a.ts', '', 'is not one of the folders'],
    ['a stray file in lib', 'lib/format.ts', '', 'belongs into a topic folder'],
    ['two commands in a file', 'lib/consent/a.ts', `${commandFile}const b = command({});\n`, 'makes 2 commands'],
    ['a command in a page', 'app/actions.ts', commandFile, 'outside lib/<topic>/'],
    ['a query elsewhere', 'lib/consent/list.ts', queryFile, 'outside lib/<topic>/queries.ts'],
    ['a long file', 'app/long.tsx', '\n'.repeat(301), 'has 301 lines'],
  ])('finds %s', (_what, path, content, sentence) => {
    expect(problemsOf({ [path]: content }).join('\n')).toContain(sentence);
  });

  it('finds a view that reaches a command or the database through another file', () => {
    const view = `import { label } from '@/lib/consent/label';\n`;
    const files = { 'components/consent/card.tsx': view, 'lib/consent/accept.ts': commandFile };
    const through = (target: string) =>
      problemsOf({ ...files, 'lib/consent/label.ts': `import { x } from '${target}';\n` }).join('\n');
    expect(through('./accept')).toContain('which is no pure file');
    expect(through('@/db/schema')).toContain('which is no pure file');
    expect(through('./state')).toBe('');
  });
});
