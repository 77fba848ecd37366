import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { notificationPreferences, notifications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';
import { kindsFor } from './concerns';
import { kindNames, type NotificationKind, type NotificationParams } from './kinds';
import { sentence } from './sentences';
import { unreadShown } from './unread';

export const notificationsPerPage = 25;

interface Told {
  id: string;
  sentence: string;
  path: string;
  createdAt: Date;
  read: boolean;
}

/** The person's own, newest first. A kind that this version does not know any more has no sentence and is left out. */
async function told(userId: string, limit: number, offset = 0): Promise<Told[]> {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), inArray(notifications.kind, kindNames)))
    .orderBy(desc(notifications.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ id, kind, params, path, createdAt, readAt }) => ({
    id,
    // What `notify` wrote under this kind is what this kind's sentence takes.
    sentence: sentence(kind as NotificationKind, params as unknown as NotificationParams[NotificationKind]),
    path,
    createdAt,
    read: readAt !== null,
  }));
}

async function unread(userId: string): Promise<number> {
  const some = db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)))
    .limit(unreadShown + 1)
    .as('some');
  const [counted] = await db.select({ unread: count() }).from(some);
  return counted?.unread ?? 0;
}

/** How many notifications the person has not read, counted to `unreadShown + 1`: on every page, so it stops there. */
export const countUnread = query({
  allow: 'notifications:read',
  input: z.object({}),
  run: (actor) => unread(requireUser(actor).id),
});

/** What the bell shows: the count, and the newest eight. */
export const latestNotifications = query({
  allow: 'notifications:read',
  input: z.object({}),
  async run(actor) {
    const { id } = requireUser(actor);
    return { unread: await unread(id), latest: await told(id, 8) };
  },
});

/** One page of all that the person was told. */
export const listNotifications = query({
  allow: 'notifications:read',
  input: z.object({ page: z.coerce.number().int().min(1).catch(1).default(1) }),
  async run(actor, { page: asked }) {
    const { id } = requireUser(actor);
    const [{ total } = { total: 0 }] = await db
      .select({ total: count() })
      .from(notifications)
      .where(and(eq(notifications.userId, id), inArray(notifications.kind, kindNames)));
    const page = Math.max(1, Math.min(asked, Math.ceil(total / notificationsPerPage)));
    const rows = await told(id, notificationsPerPage, (page - 1) * notificationsPerPage);
    return { rows, total, page, unread: await unread(id) };
  },
});

/** The switches of the kinds that can concern the person, as they stand. */
export const readPreferences = query({
  allow: 'notifications:read',
  input: z.object({}),
  async run(actor) {
    const person = requireUser(actor);
    const rows = await db.select().from(notificationPreferences).where(eq(notificationPreferences.userId, person.id));
    return kindsFor(person).map((kind) => {
      const row = rows.find((saved) => saved.kind === kind);
      return { kind, inApp: row?.inApp ?? true, mail: row?.mail ?? true };
    });
  },
});
