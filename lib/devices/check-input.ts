import { z } from 'zod';
import { identityLimits, limits } from './limits';

const text = (longest: number) => z.string().max(longest);

/** What identifies devices, as the row rules leave it; a hash by its SHA-256 in hexadecimal. */
export const checkInput = z.object({
  customerId: z.uuid(),
  devices: z
    .array(
      z.object({
        serial: text(identityLimits.serial).nullable(),
        manufacturer: text(identityLimits.manufacturer),
        model: text(identityLimits.model),
        productKey: text(13).nullable(),
        hashDigest: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .nullable(),
      }),
    )
    .max(limits.checkedAtOnce),
});

export type CheckedDevice = z.input<typeof checkInput>['devices'][number];
