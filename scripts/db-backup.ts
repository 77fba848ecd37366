import { join } from 'node:path';
import { parseEnv } from '@/lib/env';
import { writeExport } from './write-export';

// `npm run db:backup`: the same as an export, named after the time, in DATA_DIR/backups. Safe while the portal is in use.
const name = `countersign-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}Z.ndjson`;
await writeExport(join(parseEnv(process.env).DATA_DIR, 'backups', name));
