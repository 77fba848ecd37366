import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiSecrets, apiTokens } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { holdOwnClient } from './own-client';

/**
 * Ends one of a client's two secrets, and the tokens it was given for it, at once. `last_one`: a client without a secret
 * would be a dead one, which is what revoking is for.
 */
export const dropSecret = command({
  allow: 'api_clients:manage',
  input: z.object({ clientId: z.uuid(), secretId: z.uuid() }),
  audit: 'api_client.secret_dropped',
  async run({ actor, about }, { clientId, secretId }) {
    const { tenant } = requireUser(actor);
    const client = await holdOwnClient(tenant, clientId);
    const good = and(eq(apiSecrets.clientId, clientId), isNull(apiSecrets.droppedAt));
    const secrets = await db.select({ id: apiSecrets.id, ending: apiSecrets.ending }).from(apiSecrets).where(good);
    const dropped = secrets.find(({ id }) => id === secretId);
    if (!dropped) throw new AppError('not_found');
    if (secrets.length === 1) return { ok: false, reason: 'last_one' } as const;
    await db.update(apiSecrets).set({ droppedAt: now() }).where(eq(apiSecrets.id, secretId));
    await db.delete(apiTokens).where(eq(apiTokens.secretId, secretId));
    about({ subjectId: clientId, partnerId: tenant.id, detail: { client: client.name, ending: dropped.ending } });
    return { ok: true } as const;
  },
});
