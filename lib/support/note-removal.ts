import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { removalNotes, removalRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { noteWords } from '@/lib/conflicts/decide-input';
import { AppError } from '@/lib/errors';
import { nameOf } from './find-removal';

/** Writes down something for support alone, whoever looks at the request and whatever has become of it. */
export const noteRemoval = command({
  allow: 'removals:handle',
  input: noteWords.extend({ removalId: z.uuid() }),
  audit: 'removal.noted',
  async run({ actor, about }, { removalId, note }) {
    const { id: userId } = requireUser(actor);
    const [removal] = await db
      .select({ partnerId: removalRequests.partnerId })
      .from(removalRequests)
      .where(eq(removalRequests.id, removalId));
    if (!removal) throw new AppError('not_found');
    await db.insert(removalNotes).values({ id: uuidv7(), removalId, userId, at: now(), text: note });
    // The customer's log says nothing of it.
    about({ subjectId: removalId, detail: { counterpartName: await nameOf(removal.partnerId) } });
    return { ok: true } as const;
  },
});
