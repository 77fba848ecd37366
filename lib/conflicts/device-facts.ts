/** What identifies a device, as one side knows it; '' is absent. */
export interface DeviceFacts {
  serial: string;
  manufacturer: string;
  model: string;
  productKey: string;
  /** Whether a hardware hash is among them; it is too long to be shown. */
  hashed: boolean;
}
