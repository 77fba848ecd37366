import { describe, expect, it } from 'vitest';
import type { PartnerType, Role, TenantKind, UserActor } from './actor';
import { mintTenantId } from './actor';
import { placesOf } from './places';

const person = (kind: TenantKind, role: Role): UserActor => ({
  type: 'user',
  id: 'somebody',
  name: 'Somebody',
  email: 'somebody@fabrikam.example',
  roles: [role],
  signedInAt: null,
  directory: null,
  preferences: { locale: null, timeZone: null, theme: null },
  viewer: null,
  sessionId: 'session',
  tenant: {
    id: mintTenantId('tenant'),
    kind,
    partnerType: kind === 'partner' ? ('direct' satisfies PartnerType) : null,
    name: 'Fabrikam',
    suspendedAt: null,
    domain: 'fabrikam.example',
  },
});

describe('the places of a person', () => {
  it.each([
    ['partner', 'admin_agent', ['Partner Center']],
    ['partner', 'global_admin', ['Partner Center', 'Admin Center']],
    ['customer', 'user', ['Admin Center']],
    ['customer', 'global_admin', ['Admin Center']],
    ['operator', 'support_agent', ['Support']],
  ] as const)('a %s’s %s has %j', (kind, role, names) => {
    expect(placesOf(person(kind, role)).map(({ name }) => name)).toEqual(names);
  });
});
