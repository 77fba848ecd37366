import { describe, expect, it } from 'vitest';
import { dialect, transaction } from '@/db';
import { bulkDevices, type NewDevice } from './devices';

const device = (row: number, given: Partial<NewDevice>): NewDevice => ({
  row,
  serial: null,
  manufacturer: '',
  model: '',
  productKey: null,
  hashDigest: null,
  hash: null,
  groupTag: null,
  orderNumber: null,
  assignedUser: null,
  ...given,
});

describe.runIf(dialect === 'postgres')('devices that travel as joined texts', () => {
  it('are refused whole where a value holds the sign that cuts them, which the row rules never let through', async () => {
    const rows = [device(1, { serial: 'A', groupTag: 'Sales\u001fB' }), device(2, { serial: 'B' })];
    const inserting = transaction(() => bulkDevices().insert({ upload: -1, registeredAt: new Date() }, rows));
    await expect(inserting).rejects.toThrow('control character');
  });
});
