import { describe, expect, it } from 'vitest';
import { type MaybeActor, type PartnerType, type Role, scopes, type UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';
import type { Command } from '@/lib/command';
import { newClient } from '@/lib/testing/clients';
import { findGates, type Gate } from '@/lib/testing/gates';
import { suspend } from '@/lib/testing/suspensions';
import { newPerson, newTenant } from '@/lib/testing/tenants';

const gates = [...(await findGates())];
const isCommand = (gate: Gate): gate is Command => gate.gate === 'command';

/** What the people of a suspended organization may still do. Nothing else changes anything, whatever it is. */
const left = ['session:start', 'session:end', 'password:set', 'account:manage', 'notifications:manage'];

const roles: Role[] = ['global_admin', 'user_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'];
const types: PartnerType[] = ['direct', 'indirect_provider', 'indirect_reseller', 'oem'];

const partner = (partnerType: PartnerType) => newTenant('partner', { partnerType });

/** What a gate answers to an input that none accepts: who gets as far as being told so was let in. */
async function answerOf(gate: Gate, actor: MaybeActor): Promise<string> {
  return gate(actor, Symbol('no input')).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'broken',
  );
}

describe.each(types)('a suspended partner that is %s', (type) => {
  it.each(roles)('changes nothing as %s', async (role) => {
    const tenant = await partner(type);
    const { sessionId } = await newPerson(tenant, role);
    await suspend(tenant.id);
    const actor = (await loadSession(sessionId)) as UserActor;
    for (const [name, gate] of gates.filter(([, one]) => isCommand(one))) {
      const refused = !allows(actor, gate.allow) ? 'denied' : left.includes(gate.allow) ? 'invalid' : 'suspended';
      expect([name, await answerOf(gate, actor)]).toEqual([name, refused]);
    }
  });
});

it('what it reads it is not refused: its log, its receipts, what it was told', async () => {
  const tenant = await partner('direct');
  const { sessionId } = await newPerson(tenant, 'global_admin');
  await suspend(tenant.id);
  const actor = await loadSession(sessionId);
  for (const [name, gate] of gates.filter(([, one]) => !isCommand(one)))
    expect([name, await answerOf(gate, actor)]).not.toEqual([name, 'suspended']);
});

describe('a program is refused everything it is allowed, reading too,', () => {
  it.each(['its organization', 'itself'])('when %s is suspended', async (which) => {
    const tenant = await partner('direct');
    const client = await newClient({ tenant, scopes });
    const at = new Date();
    const actor =
      which === 'itself'
        ? { ...client, suspendedAt: at }
        : { ...client, tenant: { ...client.tenant, suspendedAt: at } };
    for (const [name, gate] of gates) {
      const refused = allows(actor, gate.allow) ? 'suspended' : 'denied';
      expect([name, await answerOf(gate, actor)]).toEqual([name, refused]);
    }
  });
});
