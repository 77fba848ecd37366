import { asc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, sessions, users } from '@/db/schema';
import type { ClientActor, PartnerType, UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { signOut } from '@/lib/auth/sign-out';
import { now } from '@/lib/clock';
import { registerUpload } from '@/lib/devices/process-upload';
import { uploadTarget } from '@/lib/devices/upload-queries';
import { AppError } from '@/lib/errors';
import { submitDevices } from '@/lib/oem/submit-devices';
import { endPartnerLink } from '@/lib/partners/end-partner-link';
import { revokeConsent } from '@/lib/support/revoke-consent';
import { newClient } from '@/lib/testing/clients';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { deviceFile, outcomeOf, send } from '@/lib/testing/uploads';
import { endConsent } from './end-consent';

/** Somebody who may upload for a customer now, by whatever consent. */
interface World {
  agent: UserActor;
  /** Sends instead of the agent where the partner registers by API alone. */
  program: ClientActor | null;
  /** Reads for the same partner after the agent may not any more. */
  colleague: UserActor;
  admin: UserActor;
  owner: UserActor;
  consentId: string;
  linkId: string;
  customerId: string;
}

async function world(type: PartnerType): Promise<World> {
  const provides = type === 'indirect_provider';
  const { tenant, actor: agent } = await newPartner(type, 'admin_agent');
  const holder = provides ? await newTenant('partner', { partnerType: 'indirect_reseller' }) : tenant;
  const linkId = provides ? await newPartnerLink(tenant, holder) : '';
  const customer = await newCustomer();
  const kinds = { direct: 'reseller', oem: 'oem' } as const;
  const kind = type === 'direct' || type === 'oem' ? kinds[type] : 'indirect_reseller';
  const consentId = await newConsent(customer, holder, { kind, providerId: provides ? tenant.id : null });
  const [colleague, owner] = [await newPerson(tenant, 'admin_agent'), await newPerson(holder, 'global_admin')];
  const program = type === 'oem' ? await newClient({ tenant, scopes: ['oem'] }) : null;
  return { agent, program, colleague, admin: customer.admin, owner, consentId, linkId, customerId: customer.tenant.id };
}

type Cause = [cause: string, partner: PartnerType, end: (of: World) => Promise<unknown>];

/** Ends what the partner may do: whoever comes from it finds no customer any more. */
const ofTheConsent: Cause[] = [
  ['the customer ends it', 'direct', ({ admin, consentId }) => endConsent(admin, { consentId })],
  ['the partner ends it', 'direct', ({ owner, consentId }) => endConsent(owner, { consentId })],
  [
    'support revokes it',
    'oem',
    async ({ consentId }) =>
      revokeConsent(await newPerson(await newTenant('operator'), 'support_agent'), { consentId, reason: 'Asked for' }),
  ],
  [
    'the customer ends that of the reseller',
    'indirect_provider',
    ({ admin, consentId }) => endConsent(admin, { consentId }),
  ],
  ['provider and reseller part', 'indirect_provider', ({ owner, linkId }) => endPartnerLink(owner, { linkId })],
];

/** Ends what one person may do; the consent is as good as before. */
const ofThePerson: [...Cause, refused: string][] = [
  [
    'the account is disabled',
    'direct',
    ({ agent }) => db.update(users).set({ disabledAt: now() }).where(eq(users.id, agent.id)),
    'signed_out',
  ],
  [
    'the role is taken away',
    'direct',
    ({ agent }) =>
      db
        .update(users)
        .set({ roles: ['helpdesk_agent'] })
        .where(eq(users.id, agent.id)),
    'denied',
  ],
];

/** Ends nothing but being signed in. */
const ofTheSession: Cause[] = [
  ['the person signs out', 'direct', ({ agent }) => signOut(agent, {})],
  [
    'the session is ended for them',
    'direct',
    ({ agent }) => db.update(sessions).set({ revokedAt: now() }).where(eq(sessions.id, agent.sessionId)),
  ],
];

const file = (rows: number) =>
  deviceFile(...Array.from({ length: rows }, (_, at) => `R-${uuidv7()}-${at},,,Contoso,Atlas`));

/** The same as a manufacturer submits them by its API, which alone it registers by. */
async function submit(program: ClientActor, customerId: string, rows: number): Promise<{ id: string }> {
  const devices = Array.from({ length: rows }, (_, at) => ({
    serialNumber: `R-${uuidv7()}-${at}`,
    manufacturer: 'Contoso',
    model: 'Atlas',
  }));
  const made = await submitDevices(program, { customerId, devices, key: null });
  if (!made.ok) throw new AppError('not_found', made.reason);
  return made;
}

/** Sends a file and lets the first ten of its rows through. */
async function running(
  { agent, program, customerId }: World,
  rows = 30,
): Promise<{ id: string; goOn: () => Promise<unknown> }> {
  const { id } = program ? await submit(program, customerId, rows) : await send(agent, customerId, file(rows));
  const run = registerUpload(10);
  const payload = { uploadId: id };
  let looks = 0;
  await run({ id: uuidv7(), payload, lastAttempt: false, shouldStop: () => looks++ > 0 });
  return { id, goOn: () => run({ id: uuidv7(), payload, lastAttempt: false, shouldStop: () => false }) };
}

/** What the doors say to the person as the database knows them now. */
async function atTheDoors({ agent, program, customerId }: World): Promise<string[]> {
  const person = await loadSession(agent.sessionId);
  const doors = program
    ? [submit(program, customerId, 1), submit(program, customerId, 2)]
    : [uploadTarget(person, { customerId }), send(person, customerId, file(1))];
  return Promise.all(doors.map((door) => door.then(() => 'let in').catch((error: { code: string }) => error.code)));
}

const registered = async (customerId: string) => (await storedDevices(customerId)).length;

/** Ten rows are registered and stay; the upload and each later row say why it stopped at the eleventh. */
async function expectStopped(of: World, id: string, code: string): Promise<void> {
  const ended = await outcomeOf(of.colleague, id);
  expect(ended).toMatchObject({
    state: 'finished_with_errors',
    registered: 10,
    rejected: 20,
    failure: { code, message: expect.stringContaining('Row 11 and all after it') },
  });
  expect(ended.rows.map((row) => row.code)).toEqual([
    ...Array.from({ length: 10 }, () => null),
    ...Array.from({ length: 20 }, () => code),
  ]);
  expect(await registered(of.customerId)).toBe(10);
}

describe('from the commit on', () => {
  it.each(ofTheConsent)('%s: nobody of a partner that is %s gets in, and its upload stops', async (_c, type, end) => {
    const of = await world(type);
    expect(await atTheDoors(of)).toEqual(['let in', 'let in']);
    const upload = await running(of);
    expect(await registered(of.customerId)).toBe(10);
    await end(of);
    expect(await atTheDoors(of)).toEqual(['not_found', 'not_found']);
    await upload.goOn();
    await expectStopped(of, upload.id, 'consent_revoked');
  });

  it.each(ofThePerson)('%s: they do not get in, and their upload stops', async (_c, type, end, refused) => {
    const of = await world(type);
    expect(await atTheDoors(of)).toEqual(['let in', 'let in']);
    const upload = await running(of);
    await end(of);
    expect(await atTheDoors(of)).toEqual([refused, refused]);
    await upload.goOn();
    await expectStopped(of, upload.id, 'permission_revoked');
  });

  it.each(ofTheSession)('%s: they do not get in; an upload they sent before goes on', async (_c, type, end) => {
    const of = await world(type);
    const upload = await running(of);
    await end(of);
    expect(await atTheDoors(of)).toEqual(['signed_out', 'signed_out']);
    await upload.goOn();
    expect(await outcomeOf(of.colleague, upload.id)).toMatchObject({ state: 'finished', registered: 30 });
  });

  it.each([
    ['direct', ({ admin, consentId }: World) => endConsent(admin, { consentId })],
    ['indirect_provider', ({ owner, linkId }: World) => endPartnerLink(owner, { linkId })],
  ] as const)('no row of a partner that is %s is registered, whatever runs at that moment', async (type, end) => {
    const of = await world(type);
    const { id, goOn } = await running(of, 600);
    await Promise.all([goOn(), end(of)]);
    const events = await db.select().from(auditEvents).orderBy(asc(auditEvents.seq));
    const over = events.find(
      ({ action, subjectId }) => /ended$/.test(action) && [of.consentId, of.linkId].includes(subjectId ?? ''),
    );
    const chunks = events.filter(({ action, subjectId }) => action === 'devices.registered' && subjectId === id);
    const late = chunks.filter(({ seq, detail }) => seq > (over?.seq ?? 0) && detail.registered !== 0);
    expect(late).toEqual([]);
    const { registered: told, rejected } = await outcomeOf(of.colleague, id);
    expect([told + rejected, await registered(of.customerId)]).toEqual([600, told]);
    expect(rejected).toBeGreaterThan(0);
  });

  it('a consent that names the provider no longer names it to anybody once another took its place', async () => {
    const of = await world('indirect_provider');
    const other = await newTenant('partner', { partnerType: 'indirect_provider' });
    await db.update(consents).set({ providerId: other.id }).where(eq(consents.id, of.consentId));
    expect(await atTheDoors(of)).toEqual(['not_found', 'not_found']);
  });
});
