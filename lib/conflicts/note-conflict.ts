import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { conflictNotes, conflicts } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { noteWords } from './decide-input';
import { deviceLabel } from './names';

/** Writes down something for support alone, whatever has become of the conflict. */
export const noteConflict = command({
  allow: 'conflicts:decide',
  input: noteWords.extend({ conflictId: z.uuid() }),
  audit: 'conflict.noted',
  async run({ actor, about }, { conflictId, note }) {
    const { id: userId } = requireUser(actor);
    const [conflict] = await db
      .select({ registered: conflicts.registered })
      .from(conflicts)
      .where(eq(conflicts.id, conflictId));
    if (!conflict) throw new AppError('not_found');
    await db.insert(conflictNotes).values({ id: uuidv7(), conflictId, userId, at: now(), text: note });
    about({ subjectId: conflictId, detail: { device: deviceLabel(conflict.registered) } });
    return { ok: true } as const;
  },
});
