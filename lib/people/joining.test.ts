import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { users } from '@/db/schema';
import { signIn } from '@/lib/auth/sign-in';
import { days, later, setClock } from '@/lib/clock';
import { findTenantByAddress } from '@/lib/tenants/find-by-address';
import { goodPassword, newJoining } from '@/lib/testing/people';
import { newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { cancelMemberInvitation } from './cancel-member-invitation';
import { disableMember } from './disable-member';
import { listMemberInvitations } from './invitation-queries';
import { inviteMember } from './invite-member';
import { joinOrganization } from './join-organization';
import { findJoiningLink } from './joining-queries';

const admin = async () => (await newPartner('direct', 'global_admin')).actor;
const join = (token: string, password = goodPassword) => joinOrganization(null, { token, name: 'Ada King', password });

describe('who is invited', () => {
  it('sets up the account by the link in the mail, and signs in with it', async () => {
    const inviter = await admin();
    const { token, email, mail } = await newJoining(inviter, { roles: ['sales_agent'] });
    expect(mail?.textBody).toContain(
      `${inviter.name} invites you to sign in to Countersign for ${inviter.tenant.name}`,
    );
    expect(await findJoiningLink(null, { token })).toMatchObject({
      kind: 'good',
      organization: inviter.tenant.name,
      email,
      roles: ['sales_agent'],
    });
    expect(await join(token)).toEqual({ ok: true, email });
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(user).toMatchObject({ tenantId: inviter.tenant.id, name: 'Ada King', roles: ['sales_agent'] });
    expect(await signIn(null, { email, password: goodPassword })).toMatchObject({ ok: true });
    expect(await listMemberInvitations(inviter, {})).toEqual([]);
  });

  it('has no account before, and its address belongs to nobody', async () => {
    const { email } = await newJoining(await admin());
    expect(await findTenantByAddress(email)).toBeNull();
    expect(await signIn(null, { email, password: goodPassword })).toMatchObject({ ok: false });
  });

  it('uses the link once, however many try at once', async () => {
    const { token } = await newJoining(await admin());
    const outcomes = await Promise.all([join(token), join(token), join(token)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await join(token)).toEqual({ ok: false, reason: 'dead', why: 'used' });
  });

  it('is told why a password will not do, and the link stays good', async () => {
    const { token } = await newJoining(await admin());
    expect(await join(token, 'passwordpassword')).toMatchObject({ ok: false, reason: 'weak' });
    await expect(join(token, 'short')).rejects.toMatchObject({
      code: 'invalid',
      fields: { password: expect.any(String) },
    });
    expect(await join(token)).toMatchObject({ ok: true });
  });

  it('alone learns that the address has an account elsewhere, and may still use the link', async () => {
    const { admin: elsewhere } = await newCustomer();
    const { token } = await newJoining(await admin(), { email: elsewhere.email });
    expect(await join(token)).toEqual({ ok: false, reason: 'address_taken' });
    expect(await findJoiningLink(null, { token })).toMatchObject({ kind: 'good' });
  });
});

describe('a link to join', () => {
  const why = async (token: string) => {
    const found = await findJoiningLink(null, { token });
    return found.kind === 'dead' ? found.why : null;
  };

  it('says why it is dead', async () => {
    const { tenant, actor: inviter } = await newPartner('direct', 'global_admin');
    const taken = await newJoining(inviter);
    await cancelMemberInvitation(inviter, { invitationId: taken.id });
    expect(await why(taken.token)).toBe('withdrawn');
    expect(await cancelMemberInvitation(inviter, { invitationId: taken.id })).toEqual({
      ok: false,
      reason: 'already_closed',
    });

    const first = await newJoining(inviter);
    const second = await newJoining(inviter, { email: first.email });
    expect([await why(first.token), await why(second.token)]).toEqual(['replaced', null]);

    const other = await newPerson(tenant, 'global_admin');
    const theirs = await newJoining(other);
    await disableMember(inviter, { userId: other.id });
    expect(await why(theirs.token)).toBe('withdrawn');
    expect(await join(theirs.token)).toEqual({ ok: false, reason: 'dead', why: 'withdrawn' });

    expect(await why('A'.repeat(43))).toBe('unknown');
    expect(await why('nonsense')).toBe('unknown');
  });

  it('runs out after seven days', async () => {
    const { token } = await newJoining(await admin());
    setClock(() => later(new Date(), days(7)));
    const outcome = await join(token).finally(() => setClock());
    expect(outcome).toEqual({ ok: false, reason: 'dead', why: 'expired' });
  });
});

describe('inviting', () => {
  it('twice with one form is one mail, and with the same id around something else a mistake', async () => {
    const inviter = await admin();
    const { id, email } = await newJoining(inviter);
    const form = { invitationId: id, name: 'Ada Byron', email, roles: ['helpdesk_agent' as const] };
    expect(await inviteMember(inviter, form)).toEqual({ ok: false, reason: 'already_sent' });
    await expect(inviteMember(inviter, { ...form, email: 'other@nobody.example' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('refuses colleagues, roles of others, and roles above one’s own', async () => {
    const { tenant, actor: inviter } = await newPartner('direct', 'user_admin');
    const colleague = await newPerson(tenant, 'sales_agent');
    const form = { name: 'Ada Byron', email: `${uuidv7()}@nobody.example` };
    const ask = (given: object) =>
      inviteMember(inviter, { invitationId: uuidv7(), ...form, roles: ['sales_agent'], ...given });
    expect(await ask({ email: colleague.email.toUpperCase() })).toEqual({ ok: false, reason: 'already_member' });
    expect(await ask({ roles: ['global_admin'] })).toEqual({ ok: false, reason: 'above_you' });
    await expect(ask({ roles: ['support_admin'] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(ask({ roles: [] })).rejects.toMatchObject({ fields: { roles: 'Choose at least one role.' } });
    await expect(ask({ name: 'www.evil.example' })).rejects.toMatchObject({ fields: { name: expect.any(String) } });
  });
});
