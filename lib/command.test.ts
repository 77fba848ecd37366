import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { db, dialect, engine } from '@/db';
import { auditEvents, locks } from '@/db/schema';
import { systemActor } from './auth/actor';
import { command } from './command';
import { AppError } from './errors';
import { query } from './query';
import { newCustomer, newPartner } from './testing/tenants';

type Mode = 'fine' | 'refused' | 'broken' | 'silent' | 'full';

/** Writes a row, then does what the input says. */
const write = command({
  allow: 'requests:send',
  input: z.object({ name: z.string().min(3, 'Give at least three letters.'), mode: z.custom<Mode>() }),
  audit: 'lock.written',
  async run({ about }, { name, mode }) {
    await db.insert(locks).values({ name, revision: 1 });
    if (mode === 'refused') return { ok: false, reason: 'changed_mind' } as const;
    if (mode === 'broken') throw new Error('broken');
    if (mode === 'full')
      throw Object.assign(new Error('disk I/O'), { code: dialect === 'sqlite' ? 'SQLITE_FULL' : '53100' });
    if (mode !== 'silent') about({ detail: { name } });
    return { ok: true, name } as const;
  },
});

const agent = async () => (await newPartner('direct', 'admin_agent')).actor;
const isThere = async (name: string) => (await db.select().from(locks).where(eq(locks.name, name))).length === 1;
const eventsOf = (id: string) => db.select().from(auditEvents).where(eq(auditEvents.actorId, id));

describe('a command', () => {
  it('that is fine commits, and writes one event saying who did what', async () => {
    const actor = await agent();
    const name = uuidv7();
    expect(await write(actor, { name, mode: 'fine' })).toEqual({ ok: true, name });
    expect(await isThere(name)).toBe(true);
    expect(await eventsOf(actor.id)).toEqual([
      expect.objectContaining({
        action: 'lock.written',
        actorType: 'user',
        actorName: actor.name,
        tenantId: actor.tenant.id,
        detail: { name },
      }),
    ]);
  });

  it.each<[Mode, string]>([
    ['broken', 'broken'],
    ['silent', 'without saying what'],
    ['full', 'Storage is full. Nothing was changed.'],
  ])('that is %s leaves no row and no event', async (mode, message) => {
    const actor = await agent();
    const name = uuidv7();
    await expect(write(actor, { name, mode })).rejects.toThrow(message);
    expect(await isThere(name)).toBe(false);
    expect(await eventsOf(actor.id)).toEqual([]);
  });

  it('that answers no leaves no row and no event either', async () => {
    const actor = await agent();
    const name = uuidv7();
    expect(await write(actor, { name, mode: 'refused' })).toEqual({ ok: false, reason: 'changed_mind' });
    expect(await isThere(name)).toBe(false);
    expect(await eventsOf(actor.id)).toEqual([]);
  });

  it('asks who it is before it looks at the input', async () => {
    const nonsense = { name: '', mode: 'fine' } as const;
    await expect(write(null, nonsense)).rejects.toMatchObject({ code: 'signed_out', status: 401 });
    const { admin } = await newCustomer();
    await expect(write(admin, nonsense)).rejects.toMatchObject({ code: 'denied', status: 403 });
    await expect(write(systemActor('test'), nonsense)).rejects.toMatchObject({ code: 'denied' });
    const helpdesk = await newPartner('direct', 'helpdesk_agent');
    await expect(write(helpdesk.actor, nonsense)).rejects.toMatchObject({ code: 'denied' });
  });

  it('says which field is wrong, in words', async () => {
    const wrong = write(await agent(), { name: 'ab', mode: 'fine' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid', fields: { name: 'Give at least three letters.' } });
    await expect(wrong).rejects.toBeInstanceOf(AppError);
  });

  it('cannot run inside another', async () => {
    const actor = await agent();
    const outer = command({
      allow: 'requests:send',
      input: z.object({}),
      audit: 'outer.done',
      async run({ about }) {
        about({});
        return write(actor, { name: uuidv7(), mode: 'refused' });
      },
    });
    await expect(outer(actor, {})).rejects.toThrow('a command cannot run inside another');
  });

  it('prepares before the transaction, so that slow work holds nothing open', async () => {
    const order: string[] = [];
    const slow = command({
      allow: 'requests:send',
      input: z.object({ word: z.string() }),
      audit: 'slow.done',
      async prepare({ word }) {
        // A second writer would wait for ever here if the transaction were open.
        await db.insert(locks).values({ name: uuidv7(), revision: 0 });
        order.push('prepared');
        return word.length;
      },
      async run({ about }, _input, length) {
        order.push(`ran with ${length}`);
        about({});
        return { ok: true } as const;
      },
    });
    await slow(await agent(), { word: 'seven' });
    expect(order).toEqual(['prepared', 'ran with 5']);
  });

  it.runIf(dialect === 'sqlite')(
    'meets a really full file with the same sentence, and works on once there is room',
    async () => {
      const { raw } = engine();
      if (raw.dialect !== 'sqlite') return;
      const actor = await agent();
      const long = 'x'.repeat(100_000);
      const pages = raw.writer.pragma('max_page_count', { simple: true });
      raw.writer.pragma(`max_page_count = ${raw.writer.pragma('page_count', { simple: true })}`);
      await expect(write(actor, { name: long, mode: 'fine' })).rejects.toMatchObject({ code: 'storage_full' });
      raw.writer.pragma(`max_page_count = ${pages}`);
      expect(await write(actor, { name: long, mode: 'fine' })).toMatchObject({ ok: true });
    },
  );
});

describe('a query', () => {
  const read = query({ allow: 'customers:read', input: z.object({ id: z.uuid() }), run: async (_actor, { id }) => id });

  it('is the same gate', async () => {
    const id = uuidv7();
    expect(await read(await agent(), { id })).toBe(id);
    await expect(read(null, { id })).rejects.toMatchObject({ code: 'signed_out' });
    await expect(read((await newCustomer()).admin, { id })).rejects.toMatchObject({ code: 'denied' });
    await expect(read(await agent(), { id: 'no id' })).rejects.toMatchObject({ code: 'invalid' });
  });
});
