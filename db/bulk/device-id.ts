/**
 * A device from outside: the UUID of the upload that registered it, its last 32 bits replaced by the row. So a device needs
 * neither a column nor an index for its id, and the id says nothing that a random one would not: 42 random bits of the upload
 * stay beside its time. Ids made so order devices as they were registered.
 */
export function deviceId(uploadId: string, row: number): string {
  return `${uploadId.slice(0, 28)}${row.toString(16).padStart(8, '0')}`;
}

/** The first and the last id that the upload of a device can have, and the device's row there. */
export function uploadOf(id: string): { first: string; last: string; row: number } {
  const beginning = id.toLowerCase().slice(0, 28);
  return { first: `${beginning}00000000`, last: `${beginning}ffffffff`, row: Number.parseInt(id.slice(28), 16) };
}
