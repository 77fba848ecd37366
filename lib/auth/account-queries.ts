import { z } from 'zod';
import { query } from '@/lib/query';
import { requireUser } from './actor';

/** What the actor signs in with, and is called and reads by. */
export const readAccount = query({
  allow: 'account:manage',
  input: z.object({}),
  async run(actor) {
    const { name, email, directory, preferences } = requireUser(actor);
    return { name, email, byDirectory: directory !== null, preferences };
  },
});
