import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { auditEvents } from '@/db/schema';
import type { MaybeActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';

/** What a state change was about: whose logs show it, which row it changed, and what a reader needs to know. */
export interface AuditSubject {
  subjectId?: string;
  customerId?: string | null;
  partnerId?: string | null;
  detail?: Record<string, unknown>;
  /** Set where the actor becomes known only inside the command: signing in. */
  actor?: MaybeActor;
}

/** Writes one event into the open transaction. Only `command()` calls it. */
export async function recordEvent(action: string, by: MaybeActor, subject: AuditSubject): Promise<void> {
  const actor = subject.actor ?? by;
  await db.insert(auditEvents).values({
    id: uuidv7(),
    at: now(),
    action,
    actorType: actor?.type ?? 'anonymous',
    actorId: actor?.type === 'user' ? actor.id : null,
    actorName: actor?.name ?? 'visitor',
    tenantId: actor?.type === 'user' ? actor.tenant.id : null,
    customerId: subject.customerId ?? null,
    partnerId: subject.partnerId ?? null,
    subjectId: subject.subjectId ?? null,
    detail: subject.detail ?? {},
  });
}
