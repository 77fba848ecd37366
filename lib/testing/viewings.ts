import type { Role, UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { startViewing } from '@/lib/viewing/start-viewing';
import { newPerson, newTenant } from './tenants';

/** For tests: somebody of support who sees what this organization sees as that role, and the same person as themself. */
export async function newViewer(tenantId: string, role: Role) {
  const self = await newPerson(await newTenant('operator', { name: 'Countersign' }), 'support_agent');
  const started = await startViewing(self, { tenantId, role, askedBy: 'Ada, case 12', reason: 'A list looks empty' });
  if (!started.ok) throw new Error(started.reason);
  const viewer = (await loadSession(self.sessionId)) as UserActor;
  return { self, viewer };
}
