import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { closeDatabase } from '@/db';
import { importLines } from '@/db/import';
import { migrate } from '@/db/migrate';

// `npm run db:import -- file.ndjson`: fills an empty database; run again after a kill, it goes on where it was.
const file = process.argv[2];
if (file) {
  try {
    await migrate();
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
    const rows = await importLines(lines, (done) => console.log(`${done} rows`));
    console.log(`Imported all ${rows} rows.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
} else {
  console.error('Say what: npm run db:import -- file.ndjson');
  process.exitCode = 2;
}
