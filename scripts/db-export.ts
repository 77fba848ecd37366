import { writeExport } from './write-export';

// `npm run db:export -- file.ndjson`: everything in the database, for another engine or another machine.
const file = process.argv[2];
if (file) await writeExport(file);
else {
  console.error('Say where to: npm run db:export -- file.ndjson');
  process.exitCode = 2;
}
