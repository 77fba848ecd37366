import { minutes } from '@/lib/clock';
import type { TenantKind } from './actor';

/** Absolute, in milliseconds: nobody stays signed in longer, however busy (SECURITY.md, trap 3). */
export const sessionLifetime = minutes(8 * 60);

/** How long a session may rest, in milliseconds; support staff can see every tenant, so theirs is shorter. */
export const idleLimit = (kind: TenantKind): number => minutes(kind === 'operator' ? 15 : 30);

/** `seenAt` is written at most this often, in milliseconds, so that reading pages stays reading. */
export const touchInterval = minutes(1);
