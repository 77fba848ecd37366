import { z } from 'zod';
import { query } from '@/lib/query';
import { deadSetup } from './find-setup-link';

/** Why a set-up link is dead, for whoever holds it; null while it is good. */
export const findSetup = query({
  allow: 'setup:claim',
  input: z.object({ token: z.string().max(100) }),
  async run(_actor, { token }) {
    return { dead: await deadSetup(token) };
  },
});
