import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { issueTicket, readTicket } from '@/lib/auth/ticket';
import { minutes } from '@/lib/clock';
import { env } from '@/lib/env';
import { findFactors } from './find-factors';
import { owed } from './owed';

/** How long a right password is remembered while the second step is looked for, in milliseconds. */
const lifetime = minutes(10);

type User = typeof users.$inferSelect;
type Tenant = typeof tenants.$inferSelect;

const content = z.object({ userId: z.uuid(), nonce: z.uuid(), mark: z.string() });

/** Changes with the password, so that a step begun with an old one leads nowhere. */
const markOf = ({ passwordHash }: User): string => createHash('sha256').update(passwordHash).digest('base64url');

/** What an account owes beside the right password. */
export const stillOwed = async (user: User, tenant: Tenant) =>
  owed({ kind: tenant.kind, roles: user.roles }, await findFactors(user.id), env.DEMO);

/** For who gave the right password and owes more: it lets them do the second step and nothing else. Nothing is stored. */
export const issueSecondStep = (user: User): string =>
  issueTicket('second_step', { userId: user.id, nonce: uuidv7(), mark: markOf(user) }, lifetime);

/**
 * Who has given the right password, and what they owe now; null when that is too long ago, the account is switched off or its
 * password is another one since. `nonce` is to be spent with the step.
 */
export async function loadSecondStep(ticket: string) {
  const held = readTicket('second_step', ticket, content);
  if (!held) return null;
  const [found] = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.id, held.userId), isNull(users.disabledAt)));
  if (!found || markOf(found.user) !== held.mark) return null;
  const owes = await stillOwed(found.user, found.tenant);
  return owes && { ...found, owes, nonce: held.nonce, until: held.until };
}
