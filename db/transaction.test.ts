import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { afterCommit, db, transaction } from '.';
import { isUniqueViolation } from './errors';
import { locks, tenants } from './schema';

const newTenant = (id: string) => ({
  id,
  kind: 'customer' as const,
  name: 'Contoso',
  sortName: 'contoso',
  domain: `${id}.example`,
  country: 'US',
  createdAt: new Date(),
});
const find = (id: string) => db.select().from(tenants).where(eq(tenants.id, id));

describe('transaction()', () => {
  it('rolls back what a helper wrote with its caller', async () => {
    const id = uuidv7();
    const helper = () => transaction(async () => db.insert(tenants).values(newTenant(id)));
    const attempt = transaction(async () => {
      await helper();
      expect(await find(id)).toHaveLength(1);
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await find(id)).toHaveLength(0);
  });

  it('keeps its rows from readers until it commits, and does not hold them up', async () => {
    const id = uuidv7();
    let inside: (() => void) | undefined;
    const written = new Promise<void>((resolve) => {
      inside = resolve;
    });
    let goOn: (() => void) | undefined;
    const told = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const writing = transaction(async () => {
      await db.insert(tenants).values(newTenant(id));
      inside?.();
      await told;
    });
    await written;
    const seen = await find(id);
    goOn?.();
    await writing;
    expect(seen).toHaveLength(0);
    expect(await find(id)).toHaveLength(1);
  });

  it('loses no update when many add to one row at once', async () => {
    const name = uuidv7();
    await db.insert(locks).values({ name, revision: 0 });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        transaction(async () => {
          await db
            .update(locks)
            .set({ revision: sql`${locks.revision} + 1` })
            .where(eq(locks.name, name));
        }),
      ),
    );
    const [row] = await db.select().from(locks).where(eq(locks.name, name));
    expect(row?.revision).toBe(20);
  });

  it('refuses a query that outlives it', async () => {
    let late: Promise<unknown> | undefined;
    let goOn: (() => void) | undefined;
    const told = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await transaction(async () => {
      late = told.then(() => find(uuidv7()));
    });
    goOn?.();
    await expect(late).rejects.toThrow('outlived its transaction');
  });

  it('calls back after the commit, and never after a rollback', async () => {
    const called: string[] = [];
    await transaction(async () => {
      afterCommit(() => called.push('committed'));
      expect(called).toEqual([]);
    });
    await transaction(async () => {
      afterCommit(() => called.push('rolled back'));
      throw new Error('no');
    }).catch(() => undefined);
    expect(called).toEqual(['committed']);
  });

  it('names a broken unique index alike on both engines, and goes on working', async () => {
    const id = uuidv7();
    await db.insert(tenants).values(newTenant(id));
    const error = await db
      .insert(tenants)
      .values({ ...newTenant(uuidv7()), domain: `${id}.example` })
      .catch((thrown: unknown) => thrown);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(new Error('something else'))).toBe(false);
    expect(await find(id)).toHaveLength(1);
  });
});

describe('columns', () => {
  it('bring back ids, times and JSON as they were put in', async () => {
    const id = uuidv7();
    const createdAt = new Date('2026-02-03T04:05:06.789Z');
    await db.insert(tenants).values({ ...newTenant(id), createdAt });
    const [row] = await find(id);
    expect(row).toMatchObject({ id, createdAt, mpnId: null, kind: 'customer' });
  });
});
