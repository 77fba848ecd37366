import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { preferencesInput } from './preferences-input';

/** Keeps how the actor wants to read, on every device they use. Answers `unchanged` when it is what they have already. */
export const choosePreferences = command({
  allow: 'account:manage',
  input: preferencesInput,
  audit: 'preferences.chosen',
  async run({ actor, about }, { locale, timeZone, theme }) {
    const { id } = requireUser(actor);
    const [before] = await db.select().from(users).where(eq(users.id, id));
    if (before?.locale === locale && before.timeZone === timeZone && before.theme === theme)
      return { ok: false, reason: 'unchanged' } as const;
    await db.update(users).set({ locale, timeZone, theme }).where(eq(users.id, id));
    about({ subjectId: id, detail: { locale, timeZone, theme } });
    return { ok: true } as const;
  },
});
