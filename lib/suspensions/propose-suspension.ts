import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { suspensions } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findSubject, subjectName } from './find-subject';
import { proposeSuspensionInput } from './suspension-input';
import { tellDeciders } from './tell-support';

/**
 * Proposes to suspend a partner or one of its API clients; nothing is suspended before somebody else confirms it. Outcomes
 * `not_a_partner` for a customer and for the operator, `client_revoked`, and `already_open` while there is a proposal or a
 * suspension of it.
 */
export const proposeSuspension = command({
  allow: 'suspensions:propose',
  input: proposeSuspensionInput,
  audit: 'suspension.proposed',
  async run({ actor, about }, { tenantId, clientId, reason }) {
    const user = requireUser(actor);
    const subject = await findSubject({ tenantId, clientId });
    if (subject.tenant.kind !== 'partner') return { ok: false, reason: 'not_a_partner' } as const;
    if (subject.client?.revokedAt) return { ok: false, reason: 'client_revoked' } as const;
    const id = uuidv7();
    const made = await db
      .insert(suspensions)
      .values({
        id,
        tenantId,
        clientId,
        subjectId: clientId ?? tenantId,
        state: 'proposed',
        reason,
        proposedBy: user.id,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: suspensions.id });
    if (made.length === 0) return { ok: false, reason: 'already_open' } as const;
    await tellDeciders(id, user.name, subjectName(subject));
    // The partner learns of it only once it is suspended, so its log does not have it.
    about({ subjectId: id, detail: { organization: subject.tenant.name, client: subject.client?.name, reason } });
    return { ok: true, id } as const;
  },
});
