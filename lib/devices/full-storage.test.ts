import { afterEach, describe, expect, it } from 'vitest';
import { dialect, engine } from '@/db';
import { later, setClock } from '@/lib/clock';
import { maxAttempts, roomPause } from '@/lib/jobs/claim';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { storedDevices } from '@/lib/testing/devices';
import { deviceFile, newRegistrar, outcomeOf, send } from '@/lib/testing/uploads';
import { readUpload } from './upload-queries';

const original = { ...engine() };
afterEach(() => {
  Object.assign(engine(), original);
  setClock();
});

/** What either engine says when there is no room left. */
const full = () => Object.assign(new Error('no room'), { code: dialect === 'sqlite' ? 'SQLITE_FULL' : '53100' });

/** Lets so many transactions through, and no more until there is room again. */
function runOutOfRoomAfter(transactions: number): void {
  let left = transactions;
  const transaction: typeof original.transaction = (work) =>
    left-- > 0 ? original.transaction(work) : Promise.reject(full());
  Object.assign(engine(), { transaction });
}

/** Rows of one file: more than one chunk. */
const word = `R${process.pid}`;
const rows = Array.from({ length: 5200 }, (_, at) => `${word}-${at},,,Contoso Devices,Atlas 13`);

describe('an upload that runs out of room', () => {
  it('waits for it however long that takes, says so, and registers each device once when there is room again', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rows));
    // Its start and its first chunk.
    runOutOfRoomAfter(2);
    const start = new Date();
    for (let look = 0; look <= maxAttempts + 1; look++) {
      setClock(() => later(start, look * (roomPause + 1)));
      await runUntilEmpty();
    }
    expect(await readUpload(actor, { id })).toMatchObject({ state: 'running', doneRows: 5000, waitsForRoom: true });
    expect(await storedDevices(customerId)).toHaveLength(5000);
    Object.assign(engine(), original);
    setClock(() => later(start, (maxAttempts + 3) * (roomPause + 1)));
    await runUntilEmpty();
    expect(await outcomeOf(actor, id)).toMatchObject({ state: 'finished', registered: 5200, waitsForRoom: false });
    expect(new Set((await storedDevices(customerId)).map(({ serial }) => serial)).size).toBe(5200);
  });
});
