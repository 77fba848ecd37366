import { describe, expect, it } from 'vitest';
import { mintTenantId, type Role, type TenantKind, type UserActor } from '@/lib/auth/actor';
import { later } from '@/lib/clock';
import { deadReason, type JudgedRequest, judge } from './judge';
import { requestStates } from './state';

const at = new Date('2026-03-01T12:00:00Z');
const open: JudgedRequest = {
  state: 'sent',
  expiresAt: later(at, 1),
  kind: 'reseller',
  partnerId: 'fabrikam',
  senderRemoved: false,
  providerLeft: false,
  suspended: false,
  recipientTenantId: 'contoso',
};
const person = (tenant: string, role: Role, kind: TenantKind = 'customer', email = `a@${tenant}.onmicrosoft.com`) =>
  ({
    type: 'user',
    id: 'ada',
    name: 'Ada',
    email,
    roles: [role],
    signedInAt: null,
    directory: null,
    preferences: { locale: null, timeZone: null, theme: null },
    viewer: null,
    sessionId: 's',
    tenant: {
      id: mintTenantId(tenant),
      kind,
      partnerType: null,
      name: tenant,
      domain: `${tenant}.onmicrosoft.com`,
      suspendedAt: null,
    },
  }) satisfies UserActor;

describe('a link', () => {
  it.each([
    ['draft', 'unknown'],
    ['sent', null],
    ['opened', null],
    ['accepted', 'used'],
    ['declined', 'declined'],
    ['canceled', 'withdrawn'],
    ['expired', 'expired'],
    ['superseded', 'replaced'],
  ] as const)('of a request that is %s is dead because: %s', (state, why) => {
    expect(deadReason({ ...open, state }, at)).toBe(why);
  });

  it('dies at its expiry, with the account of its sender and with the tie to the provider it names', () => {
    expect(deadReason(open, open.expiresAt)).toBe('expired');
    expect(deadReason({ ...open, senderRemoved: true }, at)).toBe('withdrawn');
    expect(deadReason({ ...open, providerLeft: true }, at)).toBe('withdrawn');
    expect(deadReason({ ...open, senderRemoved: true, state: 'accepted' }, at)).toBe('used');
  });
});

describe('who may decide', () => {
  it.each([
    ['the administrator it was sent to', person('contoso', 'global_admin'), open, 'ready'],
    ['another role there', person('contoso', 'user'), open, 'permission_required'],
    ['an Intune administrator there', person('contoso', 'intune_admin'), open, 'permission_required'],
    ['another administrator', person('tailspin', 'global_admin'), open, 'wrong_organization'],
    ['anyone else elsewhere', person('tailspin', 'user'), open, 'wrong_organization'],
    ['whoever sent it', person('fabrikam', 'global_admin', 'partner'), open, 'own_organization'],
    [
      'any administrator when the address is nobody’s we know',
      person('tailspin', 'global_admin'),
      { ...open, recipientTenantId: null },
      'ready',
    ],
    [
      'a partner that is a customer too',
      person('adatum', 'global_admin', 'partner'),
      { ...open, recipientTenantId: 'adatum' },
      'ready',
    ],
    [
      'support',
      person('countersign', 'support_admin', 'operator'),
      { ...open, recipientTenantId: null },
      'permission_required',
    ],
    [
      'a cloud-native administrator for a manufacturer',
      person('contoso', 'global_admin'),
      { ...open, kind: 'oem' },
      'ready',
    ],
    [
      'an administrator with another sign-in name for a manufacturer',
      person('contoso', 'global_admin', 'customer', 'a@contoso.example'),
      { ...open, kind: 'oem' },
      'cloud_account_required',
    ],
  ] as const)('%s', (_who, actor, request, verdict) => {
    expect(judge(request, actor, at)).toBe(verdict);
  });

  it.each([
    ['cloud-native', 'a@contoso.onmicrosoft.com', true, 'ready'],
    ['cloud-native in an organization with another domain here', 'a@contoso-2.onmicrosoft.com', true, 'ready'],
    ['not, whatever the address looks like', 'a@contoso.onmicrosoft.com', false, 'cloud_account_required'],
  ] as const)('for a manufacturer is who the directory calls %s', (_what, email, cloudNative, verdict) => {
    const actor = { ...person('contoso', 'global_admin', 'customer', email), directory: { cloudNative } };
    expect(judge({ ...open, kind: 'oem' }, actor, at)).toBe(verdict);
    expect(judge(open, actor, at)).toBe('ready');
  });

  it('is nobody once the link is dead', () => {
    for (const state of requestStates.filter((name) => name !== 'sent' && name !== 'opened')) {
      expect(judge({ ...open, state }, person('contoso', 'global_admin'), at)).toBe('dead');
    }
  });
});
