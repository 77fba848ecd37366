import { z } from 'zod';
import { toActor } from '@/lib/auth/load-session';
import { command } from '@/lib/command';
import { directoryPerson } from './claims';
import { settlePerson } from './settle-person';

/**
 * Keeps the account of somebody whose sign-in came to nothing because they have no role, so that an administrator finds them on
 * the People page; also what the directory has taken from them. Outcomes: those of `settlePerson`.
 */
export const noteWithoutRole = command({
  allow: 'session:start',
  input: z.object({ person: directoryPerson }),
  audit: 'directory.without_role',
  async run({ about, also }, { person }) {
    const settled = await settlePerson(person, also);
    if (!settled.ok) return settled;
    const { user, tenant } = settled;
    about({ actor: toActor(user, tenant, ''), subjectId: user.id, detail: { person: user.name, email: user.email } });
    return { ok: true } as const;
  },
});
