import type { UserActor } from '@/lib/auth/actor';
import { chiefRole } from './role-choices';

type Manager = Pick<UserActor, 'id' | 'roles' | 'tenant'>;

/** Whether somebody holds the role that answers for their organization. */
export const isChief = ({ roles, tenant }: Pick<Manager, 'roles' | 'tenant'>): boolean =>
  roles.includes(chiefRole(tenant.kind));

/** A user administrator gives no role that is above its own, and so cannot make itself more than it is. */
export const mayGive = (manager: Manager, roles: readonly string[]): boolean =>
  isChief(manager) || !roles.includes(chiefRole(manager.tenant.kind));

/** Nor does it touch the account of somebody above it, or its own roles. */
export const mayChange = (manager: Manager, person: { id: string; roles: readonly string[] }): boolean =>
  isChief(manager) || (person.id !== manager.id && !person.roles.includes(chiefRole(manager.tenant.kind)));
