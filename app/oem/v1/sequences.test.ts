import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { now } from '@/lib/clock';
import { newProgram } from '@/lib/testing/api-calls';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newCustomer, newPartner } from '@/lib/testing/tenants';
import { deviceFile, upload } from '@/lib/testing/uploads';
import { oemApi } from './api';

/** Numbers below a limit, the same ones for the same seed, so that a failure can be run again (mulberry32). */
function numbersOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Registered = Awaited<ReturnType<typeof storedDevices>>[number] & { customerId: string };
interface OemCall {
  makerId: string;
  kind: 'register' | 'deregister' | 'validate';
  /** Null where both tenant fields are blank. */
  customerId: string | null;
}

const steps = 20;
/** What happened in all sequences: what never did proves nothing. */
const happened = { added: 0, removed: 0, refused: 0 };

/** Two manufacturers, a direct partner, two customers that come and go and one that never consents to a manufacturer. */
async function newWorld(seed: number) {
  const program = () => newProgram((request) => oemApi.fetch(request), { type: 'oem', root: '/oem/v1' });
  const makers = [await program(), await program()];
  const reseller = await newPartner('direct', 'admin_agent');
  const customers = [await newCustomer(), await newCustomer(), await newCustomer()];
  for (const customer of customers) await newConsent(customer, reseller.tenant);
  // Few devices, so that everybody is after the same ones; half are known by either of two identifiers.
  const devices = Array.from({ length: 6 }, (_, at) => ({
    serialNumber: `Q${seed}-${process.pid}-${at}`,
    manufacturer: 'Proseware',
    model: 'Atlas',
    ...(at % 2 ? { productKey: `${1e12 + (seed * 1000 + at) * 7919}` } : {}),
  }));
  return { makers, reseller, customers, devices };
}

type World = Awaited<ReturnType<typeof newWorld>>;

async function registered({ customers }: World): Promise<Map<string, Registered>> {
  const lists = await Promise.all(
    customers.map(async ({ tenant }) =>
      (await storedDevices(tenant.id)).map((device) => ({ ...device, customerId: tenant.id })),
    ),
  );
  return new Map(lists.flat().map((device) => [device.id, device]));
}

const consentOf = (customerId: string, partnerId: string) =>
  and(eq(consents.customerId, customerId), eq(consents.partnerId, partnerId), isNull(consents.revokedAt));

async function consented(customerId: string, partnerId: string): Promise<boolean> {
  return (await db.select({ id: consents.id }).from(consents).where(consentOf(customerId, partnerId))).length > 0;
}

/** A consent comes, or goes where it is. */
async function toggle({ customers, makers }: World, next: (below: number) => number) {
  const customer = customers[next(2)] ?? customers[0];
  const maker = makers[next(2)];
  if (!customer || !maker) return;
  const gone = await db
    .update(consents)
    .set({ revokedAt: now() })
    .where(consentOf(customer.tenant.id, maker.tenant.id))
    .returning({ id: consents.id });
  if (gone.length === 0) await newConsent(customer, maker.tenant, { kind: 'oem' });
}

/** Some of the devices, by all they are known by or only by their product key. */
function chosen({ devices }: World, next: (below: number) => number) {
  return Array.from({ length: 1 + next(4) }, () => {
    const { productKey, ...tuple } = devices[next(devices.length)] as World['devices'][number];
    if (productKey && next(3) === 0) return { productKey };
    return productKey && next(2) ? { ...tuple, productKey } : tuple;
  });
}

describe('no sequence of OEM calls', () => {
  it.each([1, 2, 3, 4])('touches a device of another’s or a customer without consent: seed %i', async (seed) => {
    const next = numbersOf(seed);
    const world = await newWorld(seed);
    for (let step = 0; step < steps; step++) {
      if (next(3) === 0) await toggle(world, next);
      if (next(6) === 0) {
        const device = world.devices[next(world.devices.length)];
        const cells = [device?.serialNumber, device?.productKey, '', device?.manufacturer, device?.model];
        await upload(world.reseller.actor, world.customers[next(3)]?.tenant.id ?? '', deviceFile(cells.join(',')));
      }
      // Mostly one call, sometimes two at once.
      const calls = Array.from({ length: next(4) === 0 ? 2 : 1 }, () => {
        const maker = world.makers[next(2)] as World['makers'][number];
        const kind = (['register', 'register', 'deregister', 'deregister', 'validate'] as const)[next(5)] ?? 'validate';
        const named = world.customers[next(3)]?.tenant.id ?? null;
        const customerId = kind === 'deregister' || (kind === 'validate' && next(2)) ? null : named;
        return { maker, kind, customerId, makerId: maker.tenant.id, devices: chosen(world, next) };
      });
      const before = await registered(world);
      const reach = await Promise.all(
        calls.flatMap(({ makerId }) =>
          world.customers.map(async ({ tenant }) => [makerId, tenant.id, await consented(tenant.id, makerId)] as const),
        ),
      );
      const mayReach = (makerId: string, customerId: string) =>
        reach.some(([maker, customer, may]) => may && maker === makerId && customer === customerId);
      const answers = await Promise.all(
        calls.map(({ maker, kind, customerId: tenantId, devices }) => {
          const path = kind === 'validate' ? '/ValidateDeviceSubmissionData' : '/AutopilotDeviceRegistration';
          return maker.ask('POST', path, { body: { tenantId, devices } });
        }),
      );
      const after = await registered(world);

      const explains = (call: OemCall, kind: OemCall['kind'], { registrarId, customerId }: Registered) =>
        call.kind === kind && call.makerId === registrarId && mayReach(call.makerId, customerId);
      const added = [...after.values()].filter(({ id }) => !before.has(id));
      const removed = [...before.values()].filter(({ id }) => !after.has(id));
      for (const device of added) {
        const by = calls.find((call) => explains(call, 'register', device) && call.customerId === device.customerId);
        expect(by, `step ${step} added ${device.serial}`).toBeDefined();
      }
      for (const device of removed) {
        const by = calls.find((call) => explains(call, 'deregister', device));
        expect(by, `step ${step} removed ${device.serial}`).toBeDefined();
      }
      for (const [id, device] of before) if (after.has(id)) expect(after.get(id)).toEqual(device);

      for (const [at, { kind, customerId, makerId }] of calls.entries()) {
        const answer = answers[at];
        expect(answer?.status).toBe(kind === 'register' && !mayReach(makerId, customerId ?? '') ? 403 : 200);
        if (answer?.status === 403) happened.refused++;
      }
      // Of two at once one may take away what the other put in.
      if (answers.length === 1 && calls[0]?.kind !== 'validate') {
        const told: { status: string }[] = answers[0]?.json.devices ?? [];
        const registering = told.filter(({ status }) => status === 'registered');
        expect(registering).toHaveLength(added.length);
        expect(told.some(({ status }) => status === 'deregistered')).toBe(removed.length > 0);
      }
      happened.added += added.length;
      happened.removed += removed.length;
    }
  });

  it('was without registering, deregistering and refusals', () => {
    for (const times of Object.values(happened)) expect(times).toBeGreaterThan(0);
  });
});
