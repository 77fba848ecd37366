import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { notifications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';

/**
 * Marks one of the person's notifications as read, or with `andOlder` it and all before: never one that came after what they
 * saw. Throws `not_found`; answers `already_read` when there was nothing left to mark.
 */
export const markRead = command({
  allow: 'notifications:manage',
  input: z.object({ id: z.uuid(), andOlder: z.boolean().default(false) }),
  audit: 'notification.read',
  async run({ actor, about }, { id, andOlder }) {
    const own = eq(notifications.userId, requireUser(actor).id);
    const [seen] = await db
      .select({ id: notifications.id })
      .from(notifications)
      .where(and(own, eq(notifications.id, id)));
    if (!seen) throw new AppError('not_found');
    const which = andOlder ? lte(notifications.id, id) : eq(notifications.id, id);
    const marked = await db
      .update(notifications)
      .set({ readAt: now() })
      .where(and(own, which, isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    if (marked.length === 0) return { ok: false, reason: 'already_read' } as const;
    about({ subjectId: id, detail: { notifications: marked.length } });
    return { ok: true } as const;
  },
});
