import { z } from 'zod';
import { scopes } from '@/lib/auth/actor';

/** What an id, a domain and a secret are made of. */
const plain = /^[!-~]*$/;

/** What a program presents for a token. */
export const issueTokenInput = z.object({
  /** In the address it asked at: the organization's id or its primary domain. */
  tenant: z.string().regex(plain).toLowerCase().max(255),
  clientId: z.string().regex(plain).toLowerCase().max(100),
  secret: z.string().max(500),
  /** Null for all that the client may do. */
  scopes: z.array(z.enum(scopes)).nullable(),
});
