import { describe, expect, it } from 'vitest';
import type { MaybeActor, Role } from '@/lib/auth/actor';
import { rolesOf } from '@/lib/auth/policy';
import { findGates, type Gate } from '@/lib/testing/gates';
import { newPerson, newTenant } from '@/lib/testing/tenants';
import { newViewer } from '@/lib/testing/viewings';

const gates = [...(await findGates())];

/** What a gate answers to an input that none accepts: who gets as far as being told so was let in. */
async function answerOf(gate: Gate, actor: MaybeActor): Promise<string> {
  return gate(actor, Symbol('no input')).then(
    () => 'answered',
    (error: { code?: string }) => error.code ?? 'broken',
  );
}

const eyes = (['partner', 'customer'] as const).flatMap((kind) =>
  rolesOf[kind].map((role): [kind: 'partner' | 'customer', role: Role] => [kind, role]),
);

describe.each(eyes)('with the eyes of a %s’s %s', (kind, role) => {
  it('every command is refused before anything else, and every query answers as that role', async () => {
    const tenant = await newTenant(kind, kind === 'partner' ? { partnerType: 'direct' } : {});
    const { viewer } = await newViewer(tenant.id, role);
    const person = await newPerson(tenant, role);
    expect(viewer).toMatchObject({ roles: [role], tenant: { id: tenant.id } });
    for (const [name, gate] of gates) {
      const expected = gate.gate === 'command' ? 'viewing' : await answerOf(gate, person);
      expect([name, await answerOf(gate, viewer)]).toEqual([name, expected]);
    }
  });
});
