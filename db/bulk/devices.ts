import { rawEngine, rawTransaction } from '..';
import { onPostgres } from './postgres';
import { onSqlite } from './sqlite';

/** What a device can be found by; a SHA-256 of the decoded hash. '' and '' for manufacturer and model is a device of any make. */
export interface DeviceKeys {
  serial: string | null;
  manufacturer: string;
  model: string;
  productKey: string | null;
  hashDigest: Buffer | null;
}

export interface FoundDevice extends DeviceKeys {
  /** Position of the keys it was found by. One device may be found several times. */
  at: number;
  id: string;
  customerId: string;
  registrarId: string;
}

export interface NewDevice extends DeviceKeys {
  row: number;
  groupTag: string | null;
  orderNumber: string | null;
  assignedUser: string | null;
  /** Decoded. */
  hash: Buffer | null;
}

/** What all devices of one insertion share. */
interface Registration {
  /** The upload's number. */
  upload: number;
  registeredAt: Date;
}

export interface BulkDevices {
  /**
   * Every registered device that shares a product key, a hash, or a serial number with its make, and for a serial number
   * whose make is missing on either side, by that number alone: up to two of them.
   */
  find(keys: DeviceKeys[]): Promise<FoundDevice[]>;
  /** Under the lock of `lockDevices`, which also keeps two from giving a new make a number at once. */
  insert(registration: Registration, rows: NewDevice[]): Promise<void>;
}

/** Device rows by the thousand, inside the open transaction. */
export function bulkDevices(): BulkDevices {
  const { raw, client } = rawTransaction();
  if (raw.dialect === 'sqlite') return onSqlite(raw.prepare);
  if (!client) throw new Error('a transaction on PostgreSQL has a client');
  return onPostgres(client);
}

/** The same look-up where nothing will be written: outside a transaction, waiting for none. */
export async function findDevices(keys: DeviceKeys[]): Promise<FoundDevice[]> {
  const raw = rawEngine();
  if (raw.dialect === 'sqlite') return onSqlite(raw.prepareRead).find(keys);
  const client = await raw.pool.connect();
  try {
    return await onPostgres(client).find(keys);
  } finally {
    client.release();
  }
}
