import { z } from 'zod';
import { query } from '@/lib/query';
import { findByToken } from './find-application';

/** Where a link to confirm an application leads, for whoever holds it: what was entered, or why nobody confirms it any more. */
export const findConfirmation = query({
  allow: 'applications:confirm',
  input: z.object({ token: z.string().max(100) }),
  async run(_actor, { token }) {
    const found = await findByToken(token);
    if (!found) return { kind: 'dead', why: 'unknown', organization: null, reason: null } as const;
    const { application, dead } = found;
    const { organization, reason } = application;
    if (dead) return { kind: 'dead', why: dead, organization, reason } as const;
    const { domain, country, partnerType, mpnId, contactName, contactEmail, expiresAt } = application;
    const entered = { organization, domain, country, partnerType, mpnId, contactName, contactEmail };
    return { kind: 'good', ...entered, expiresAt } as const;
  },
});
