import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { notificationPreferences } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { preferencesInput } from './preferences-input';

/** Saves what the person wants to be told of, and how. Answers `unchanged` when it is what they have already. */
export const savePreferences = command({
  allow: 'notifications:manage',
  input: preferencesInput,
  audit: 'notification_preferences.saved',
  async run({ actor, about }, { preferences }) {
    const userId = requireUser(actor).id;
    const saved = await db.select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId));
    const changed = preferences.filter(({ kind, inApp, mail }) => {
      const before = saved.find((row) => row.kind === kind) ?? { inApp: true, mail: true };
      return before.inApp !== inApp || before.mail !== mail;
    });
    if (changed.length === 0) return { ok: false, reason: 'unchanged' } as const;
    for (const { kind, inApp, mail } of changed) {
      await db
        .insert(notificationPreferences)
        .values({ userId, kind, inApp, mail })
        .onConflictDoUpdate({
          target: [notificationPreferences.userId, notificationPreferences.kind],
          set: { inApp, mail },
        });
    }
    about({ subjectId: userId, detail: { changed } });
    return { ok: true } as const;
  },
});
