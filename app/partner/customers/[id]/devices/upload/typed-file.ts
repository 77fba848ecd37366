import { csvLine } from '@/lib/devices/escape-cell';

/** A device as a person types it. */
export interface TypedDevice {
  /** Of the row on the screen. */
  key: string;
  serial: string;
  manufacturer: string;
  model: string;
  productKey: string;
  orderNumber: string;
}

/** What another page knows of a device that is to be typed in. */
export type KnownDevice = Partial<Omit<TypedDevice, 'key'>>;

export const newDevice = (known: KnownDevice = {}): TypedDevice => ({
  key: crypto.randomUUID(),
  serial: '',
  manufacturer: '',
  model: '',
  productKey: '',
  orderNumber: '',
  ...known,
});

/** The typed devices as a file, with the words of the form as its header; null when nothing was typed. */
export function typedFile(devices: TypedDevice[]): File | null {
  const rows = devices
    .map(({ serial, productKey, manufacturer, model, orderNumber }) => [
      serial,
      productKey,
      manufacturer,
      model,
      orderNumber,
    ])
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return null;
  const header = ['Serial number', 'Product key', 'Manufacturer', 'Model', 'Order number'];
  return new File([header, ...rows].map(csvLine), 'typed-in.csv', { type: 'text/csv' });
}
