import { z } from 'zod';

/** Devices that one person takes back at once. */
export const deregisteredAtMost = 1000;

export const deregisterInput = z.object({
  customerId: z.uuid(),
  deviceIds: z
    .array(z.uuid())
    .min(1, 'Choose a device first.')
    .max(deregisteredAtMost, `Choose at most ${deregisteredAtMost.toLocaleString('en')} devices at once.`),
});
