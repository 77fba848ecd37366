import type { UserActor } from '@/lib/auth/actor';
import { seal, unseal } from '@/lib/auth/seal';
import { secure } from '@/lib/auth/session-cookie';
import { later, minutes, now } from '@/lib/clock';

/** How long an administrator may take at Microsoft, in milliseconds. */
export const connectingTime = minutes(10);

/** Says that whoever comes back from Microsoft is connecting their organization, and does not sign in. */
export const connectingCookie = (): string => `${secure() ? '__Host-' : ''}countersign-connecting`;

const purpose = 'directory.connecting';

/** What the cookie holds: good for this very session, for a while. */
export const sealConnecting = ({ sessionId, tenant }: UserActor): string =>
  seal(`${later(now(), connectingTime).getTime()} ${tenant.id}`, { purpose, boundTo: sessionId });

/** Whether this person began to connect their organization, in this session and not long ago. */
export function isConnecting({ sessionId, tenant }: UserActor, sealed: string): boolean {
  const [until, tenantId] = unseal(sealed, { purpose, boundTo: sessionId })?.split(' ') ?? [];
  return tenantId === tenant.id && Number(until) > now().getTime();
}
