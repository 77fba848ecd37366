import { describe, expect, it } from 'vitest';
import { mintTenantId, type Role, roles, type TenantKind } from '@/lib/auth/actor';
import { roleNames } from '@/lib/auth/role-names';
import { mayChange, mayGive } from './may-manage';
import { areRolesOf, chiefRole, roleChoices } from './role-choices';

const manager = (kind: TenantKind, ...held: Role[]) => ({
  id: 'me',
  roles: held,
  tenant: {
    id: mintTenantId('t'),
    kind,
    partnerType: null,
    name: 'Fabrikam',
    domain: 'fabrikam.example',
    suspendedAt: null,
  },
});

describe('the roles of an organization', () => {
  it('are each explained once for each kind that has them, in one sentence', () => {
    const all = Object.values(roleChoices).flat();
    expect([...new Set(all.map(({ role }) => role))].sort()).toEqual([...roles].sort());
    for (const { role, means } of all) {
      expect(roleNames[role]).toBeTruthy();
      expect(means).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  it.each(['partner', 'customer', 'operator'] as const)('begin for a %s with the fewest permissions', (kind) => {
    expect(roleChoices[kind][0].role).not.toBe(chiefRole(kind));
    expect(roleChoices[kind].at(-1)?.role).toBe(chiefRole(kind));
  });

  it('do not mix', () => {
    expect(areRolesOf('customer', ['user', 'intune_admin'])).toBe(true);
    expect(areRolesOf('customer', ['user', 'admin_agent'])).toBe(false);
    expect(areRolesOf('partner', ['support_admin'])).toBe(false);
  });
});

describe('who manages whom', () => {
  it.each([
    ['a global administrator', manager('partner', 'global_admin'), true],
    ['a support administrator', manager('operator', 'support_admin'), true],
    ['a user administrator', manager('partner', 'user_admin'), false],
  ])('%s makes and changes those who answer for the organization: %#', (_who, who, may) => {
    const chief = chiefRole(who.tenant.kind);
    expect(mayGive(who, [chief])).toBe(may);
    expect(mayChange(who, { id: 'other', roles: [chief] })).toBe(may);
    expect(mayChange(who, { id: 'me', roles: who.roles })).toBe(may);
  });

  it('a user administrator manages everybody else', () => {
    const who = manager('partner', 'user_admin');
    expect(mayGive(who, ['admin_agent', 'user_admin'])).toBe(true);
    expect(mayChange(who, { id: 'other', roles: ['admin_agent'] })).toBe(true);
    expect(mayChange(who, { id: 'other', roles: ['user_admin'] })).toBe(true);
  });
});
