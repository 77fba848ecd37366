import { describe, expect, it } from 'vitest';
import { hashShown, type InvitationFacts, showInvitation } from './shown';

const facts: InvitationFacts = {
  requestId: 'r',
  standing: false,
  kind: 'reseller',
  partner: { id: 'p', name: 'Fabrikam', domain: 'fabrikam.example', mpnId: '1', type: 'direct' },
  provider: null,
  requester: { name: 'Ann', email: 'ann@fabrikam.example' },
  dap: false,
  existing: null,
  customer: { id: 'c', name: 'Contoso', domain: 'contoso.onmicrosoft.com' },
  person: { id: 'u', name: 'Ada', email: 'ada@contoso.onmicrosoft.com' },
};
const northwind = { id: 'n', name: 'Northwind', domain: 'northwind.example', mpnId: '2' };
const hash = (given: Partial<InvitationFacts> = {}) => hashShown(showInvitation({ ...facts, ...given }));

describe('what a person is shown', () => {
  it('says plainly that no administrative access is given when none is asked for', () => {
    const shown = showInvitation(facts);
    expect(shown.access).toBe('No administrative access is given.');
    expect(shown.limits[0]).toBe('sign in to Contoso, or change its settings or users');
    expect(shown.roles).toEqual([]);
  });

  it('names both roles when delegated administration is asked for', () => {
    const shown = showInvitation({ ...facts, dap: true });
    expect(shown.roles.map(({ role }) => role)).toEqual(['Global administrator', 'Helpdesk administrator']);
    expect(shown.access).toContain('asks for administrative access');
    expect(shown.limits.join(' ')).not.toContain('sign in');
  });

  it('never offers delegated administration to a manufacturer', () => {
    const shown = showInvitation({ ...facts, kind: 'oem', dap: true });
    expect(shown).toMatchObject({ dap: false, roles: [] });
    expect(shown.access).toBe('No administrative access is given. A manufacturer cannot ask for any.');
    expect(shown.grants.join()).not.toContain('profile');
  });

  it('says truly how it can be taken back: by the customer, or for a manufacturer through support', () => {
    expect(showInvitation(facts).next[1]).toContain('can end the relationship under Partner relationships');
    expect(showInvitation({ ...facts, kind: 'oem' }).next[1]).toContain('ends through support');
  });

  it('names the provider that is authorised at once', () => {
    const shown = showInvitation({ ...facts, kind: 'indirect_reseller', provider: northwind });
    expect(shown.notes).toEqual([expect.stringContaining('Northwind will be able to do the same')]);
  });

  it('says what is held already, and that another provider takes the place of the first', () => {
    const existing = { dap: true, providerName: 'Litware' };
    const shown = showInvitation({ ...facts, kind: 'indirect_reseller', provider: northwind, existing });
    expect(shown.notes[1]).toContain('Accepting puts Northwind in the place of Litware.');
    expect(shown.access).toContain('holds delegated administration permissions in your organization already');
    expect(shown.roles).toHaveLength(2);
  });
});

describe('its hash', () => {
  it('is the same for the same facts in another order', () => {
    const reversed = Object.fromEntries(Object.entries(facts).reverse()) as unknown as InvitationFacts;
    expect(hashShown(showInvitation(reversed))).toBe(hash());
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['the partner’s name', { partner: { ...facts.partner, name: 'Fabricam' } }],
    ['the partner’s domain', { partner: { ...facts.partner, domain: 'fabrikam.test' } }],
    ['delegated administration', { dap: true }],
    ['the provider', { provider: northwind }],
    ['the kind', { kind: 'oem' as const }],
    ['the organization', { customer: { ...facts.customer, id: 'd' } }],
    ['the person', { person: { ...facts.person, id: 'v' } }],
    ['the requester', { requester: { name: 'Bob', email: 'ann@fabrikam.example' } }],
    ['the sort of link', { standing: true }],
    ['what is held already', { existing: { dap: true, providerName: null } }],
    ['the request', { requestId: 's' }],
  ])('changes with %s', (_what, given) => {
    expect(hash(given)).not.toBe(hash());
  });
});
