import { and, eq, ne } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { renameSelfInput } from './preferences-input';

/**
 * Changes the actor's own name. Outcomes: `unchanged`, and `directory` for whose name their organization's directory says:
 * the next sign-in there would change it back.
 */
export const renameSelf = command({
  allow: 'account:manage',
  input: renameSelfInput,
  audit: 'person.renamed',
  async run({ actor, about }, { name }) {
    const person = requireUser(actor);
    if (person.directory) return { ok: false, reason: 'directory' } as const;
    const renamed = await db
      .update(users)
      .set({ name, nameKey: name.toLowerCase() })
      .where(and(eq(users.id, person.id), ne(users.name, name)))
      .returning({ id: users.id });
    if (renamed.length === 0) return { ok: false, reason: 'unchanged' } as const;
    about({ subjectId: person.id, detail: { formerName: person.name, name } });
    return { ok: true } as const;
  },
});
