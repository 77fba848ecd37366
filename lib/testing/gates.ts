import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from '@/lib/command';
import type { Query } from '@/lib/query';

export type Gate = Command | Query;

const isGate = (value: unknown): value is Gate =>
  typeof value === 'function' && 'gate' in value && (value.gate === 'command' || value.gate === 'query');

/** Every command and query there is, found by loading every file under `lib/` that makes one: `auth/sign-in.signIn` → gate. */
export async function findGates(): Promise<Map<string, Gate>> {
  const root = join(process.cwd(), 'lib');
  const gates = new Map<string, Gate>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    if (!/= (command|query)\(/.test(readFileSync(file, 'utf8'))) continue;
    const loaded = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(loaded)) {
      if (isGate(value)) gates.set(`${relative(root, file).replace(/\.ts$/, '')}.${name}`, value);
    }
  }
  return gates;
}
