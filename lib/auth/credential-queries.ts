import { z } from 'zod';
import { query } from '@/lib/query';
import { loadCredentialLink } from './load-credential-link';

/** What whoever holds a link may do with it: who sets which password, or why nobody does any more. */
export const findCredentialLink = query({
  allow: 'password:set',
  input: z.object({ token: z.string().max(100) }),
  run: (_actor, { token }) => loadCredentialLink(token),
});
