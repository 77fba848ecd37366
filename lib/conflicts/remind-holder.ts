import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import { command } from '@/lib/command';
import { takeJob } from '@/lib/jobs/claim';
import { statesBefore } from './state';
import { holderSubject } from './subjects';
import { tellHolder } from './tell-sides';

/**
 * Reminds the holder of a request that still waits. The job that asks for it is used up in the same transaction, so that
 * nobody is reminded twice. Outcomes `already_answered` and `already_done`.
 */
export const remindHolder = command({
  allow: 'conflicts:escalate',
  input: z.object({ jobId: z.uuid(), conflictId: z.uuid() }),
  audit: 'conflict.reminded',
  async run({ about }, { jobId, conflictId }) {
    if (!(await takeJob(jobId))) return { ok: false, reason: 'already_done' } as const;
    const [waiting] = await db
      .select()
      .from(conflicts)
      .where(and(eq(conflicts.id, conflictId), inArray(conflicts.state, statesBefore('expire'))));
    if (!waiting) return { ok: false, reason: 'already_answered' } as const;
    await tellHolder(waiting, 'release_due');
    about(await holderSubject(waiting));
    return { ok: true } as const;
  },
});
