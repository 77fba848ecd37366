import { and, eq, inArray, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { notificationPreferences, notifications, tenants, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { now } from '@/lib/clock';
import type { MailModel } from '@/lib/mail/mail-model';
import { queueMail } from '@/lib/mail/queue-mail';
import { kindsFor } from './concerns';
import type { NotificationKind, NotificationParams } from './kinds';
import { sentenceMail } from './sentence-mail';
import { sentence } from './sentences';

interface Notification<Kind extends NotificationKind> {
  kind: Kind;
  /** These people, or everybody of an organisation whom the kind can concern. */
  to: { userIds: string[] } | { tenantId: string };
  params: NotificationParams[Kind];
  /** Where a click leads, from `lib/paths.ts`. */
  path: string;
  /** The mail that tells it at length; without one, the mail says the sentence. */
  mail?: MailModel;
  /** Who of them the mail goes to, as long as the kind still concerns that person; otherwise to each. */
  mailTo?: string | null;
}

/**
 * Tells people what happened, in the transaction of what happened: in the portal and by mail, each unless they switched it
 * off. Whose account is disabled, or whose role the kind no longer concerns, is told nothing.
 */
export async function notify<Kind extends NotificationKind>(given: Notification<Kind>): Promise<void> {
  const { kind, to, params, path } = given;
  const addressed = 'userIds' in to ? inArray(users.id, to.userIds) : eq(users.tenantId, to.tenantId);
  const theirs = and(eq(notificationPreferences.userId, users.id), eq(notificationPreferences.kind, kind));
  const people = await db
    .select({ user: users, tenant: tenants, preference: notificationPreferences })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .leftJoin(notificationPreferences, theirs)
    .where(and(addressed, isNull(users.disabledAt)));
  const concerned = people.filter(({ user, tenant }) => kindsFor(toActor(user, tenant, '')).includes(kind));
  const inApp = concerned.filter(({ preference }) => preference?.inApp !== false);
  if (inApp.length > 0) {
    const createdAt = now();
    await db
      .insert(notifications)
      .values(inApp.map(({ user }) => ({ id: uuidv7(), userId: user.id, kind, params, path, createdAt })));
  }
  const chosen = concerned.filter(({ user }) => user.id === given.mailTo);
  for (const { user, preference } of chosen.length > 0 ? chosen : concerned) {
    if (preference?.mail !== false)
      await queueMail(user.email, given.mail ?? sentenceMail({ said: sentence(kind, params), path }));
  }
}
