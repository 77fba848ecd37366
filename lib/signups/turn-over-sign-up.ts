import { z } from 'zod';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { domainOf } from '@/lib/tenants/organization-domain';
import { claimSignUp } from './claim-sign-up';
import { findByDomain } from './find-by-domain';
import { loadSignUp } from './load-sign-up';
import { turnOver } from './turn-over';

/**
 * Has the administrators asked whose organization was set up while somebody had the link to set it up themselves. Outcomes:
 * `dead` with why, and `not_needed` where nobody has the domain, so that they can.
 */
export const turnOverSignUp = command({
  allow: 'sign_up:use',
  input: z.object({ token: z.string().max(100) }),
  audit: 'sign_up.turned_over',
  async run({ about }, { token }) {
    const found = await loadSignUp(token);
    if (!found || found.dead) return { ok: false, reason: 'dead', why: found?.dead ?? 'unknown' } as const;
    if (!(await findByDomain(domainOf(found.email)))) return { ok: false, reason: 'not_needed' } as const;
    if (!(await claimSignUp(found, now()))) return { ok: false, reason: 'dead', why: 'used' } as const;
    const { subject, ...outcome } = await turnOver(found);
    about(subject);
    return { ok: true, ...outcome } as const;
  },
});
