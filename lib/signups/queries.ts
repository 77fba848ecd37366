import { z } from 'zod';
import { query } from '@/lib/query';
import { domainOf } from '@/lib/tenants/organization-domain';
import { findByDomain } from './find-by-domain';
import { loadOrigin } from './load-origin';
import { loadSignUp } from './load-sign-up';

/**
 * Where a link to set up an organization leads, for whoever holds it: what to set up, that somebody else of the domain has
 * done it (`taken`), or why the link is dead. Changes nothing.
 */
export const findSignUp = query({
  allow: 'sign_up:use',
  input: z.object({ token: z.string().max(100) }),
  async run(_actor, { token }) {
    const found = await loadSignUp(token);
    if (!found) return { kind: 'dead', why: 'unknown', partnerName: null, back: null, standing: false } as const;
    const { email, dead } = found;
    const origin = await loadOrigin(found);
    const about = { partnerName: origin?.asked.partner.name ?? null, back: origin?.path ?? null };
    if (dead) return { kind: 'dead', why: dead, ...about, standing: found.standingId !== null } as const;
    const domain = domainOf(email);
    const tenant = await findByDomain(domain);
    if (tenant) return { kind: 'taken', organization: tenant.name, email, ...about } as const;
    /** The request can end while somebody waits for the mail: the organization can be set up all the same. */
    const over = !origin || origin.dead !== null;
    return { kind: 'good', email, domain, over, oem: origin?.asked.kind === 'oem', ...about } as const;
  },
});
