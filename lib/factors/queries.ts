import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { passkeys, totpKeys } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { checkPresentPassword } from '@/lib/auth/check-present-password';
import { env } from '@/lib/env';
import { query } from '@/lib/query';
import { presentPassword, ticketInput } from './factor-input';
import { countRecoveryCodes, findFactors } from './find-factors';
import { offerTotp } from './offer-totp';
import { mustHaveFactor } from './owed';
import { offerPasskey, offerPasskeySignIn } from './passkey-offer';
import { loadSecondStep } from './second-step';

/** What the actor has beside their password, and whether they must have something. */
export const readFactors = query({
  allow: 'account:manage',
  input: z.object({}),
  async run(actor) {
    const { id, roles, tenant } = requireUser(actor);
    const [totp] = await db.select({ since: totpKeys.createdAt }).from(totpKeys).where(eq(totpKeys.userId, id));
    const keys = await db
      .select({
        id: passkeys.id,
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
        backedUp: passkeys.backedUp,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, id))
      .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
    return {
      appSince: totp?.since ?? null,
      passkeys: keys,
      recoveryCodes: await countRecoveryCodes(id),
      required: mustHaveFactor({ kind: tenant.kind, roles }, env.DEMO),
    };
  },
});

export type ShownFactors = Awaited<ReturnType<typeof readFactors>>;

/** A new secret for the actor's authenticator app. Nothing is stored before its first code comes back. */
export const offerApp = query({
  allow: 'account:manage',
  input: z.object({}),
  run: async (actor) => offerTotp(requireUser(actor)),
});

/**
 * What the actor's browser needs to make a passkey, for who knows the present password: asked before there is a passkey on a
 * device that would then be good for nothing. Else `wrong_password` or `too_many`.
 */
export const offerNewPasskey = query({
  allow: 'account:manage',
  input: presentPassword,
  async run(actor, { current }) {
    const person = requireUser(actor);
    const present = await checkPresentPassword(person.id, current);
    return present.ok ? ({ ok: true, ...(await offerPasskey(person)) } as const) : present;
  },
});

/** What any browser needs to sign in with a passkey. */
export const offerPasskeys = query({
  allow: 'session:start',
  input: z.object({}),
  run: offerPasskeySignIn,
});

/**
 * What somebody who gave the right password is asked now; null when they have to begin again. Whoever has to set up an app finds
 * a new offer each time.
 */
export const readSecondStep = query({
  allow: 'session:start',
  input: z.object({ ticket: ticketInput }),
  async run(_actor, { ticket }) {
    const step = await loadSecondStep(ticket);
    if (!step) return null;
    const { owes, user, tenant } = step;
    const { email } = user;
    if (owes === 'enrolment') return { owes, email, organization: tenant.name, ...offerTotp(user) } as const;
    return { owes, email, ...(await findFactors(user.id)) } as const;
  },
});
