import { createWriteStream, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { closeDatabase } from '@/db';
import { exportLines } from '@/db/export';
import { migrate } from '@/db/migrate';

/** Writes an export under its name only once it is complete and on disk; it holds password hashes, so others can't read it. */
export async function writeExport(file: string): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await migrate();
    mkdirSync(dirname(file), { recursive: true });
    await pipeline(exportLines, createWriteStream('', { fd: openSync(partial, 'w', 0o600), flush: true }));
    renameSync(partial, file);
    console.log(`Wrote ${file}`);
  } catch (error) {
    rmSync(partial, { force: true });
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}
