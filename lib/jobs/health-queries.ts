import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { db, dialect } from '@/db';
import { tenants } from '@/db/schema';
import { log } from '@/lib/log';
import { query } from '@/lib/query';

/** A database that has not answered by then, in milliseconds, is as good as away. */
const patience = 2000;

/** Whether this instance can do its work: the engine in use, and whether it answers. Never throws. */
export const readHealth = query({
  allow: 'health:read',
  input: z.object({}),
  async run() {
    const waiting = new AbortController();
    const away = setTimeout(patience, false, { signal: waiting.signal });
    const asked = db
      .select({ id: tenants.id })
      .from(tenants)
      .limit(1)
      .then(
        () => true,
        (error: unknown) => {
          log.error({ error }, 'the database is away');
          return false;
        },
      );
    const reachable = await Promise.race([asked, away]);
    away.catch(() => undefined);
    waiting.abort();
    return { reachable, database: dialect };
  },
});
