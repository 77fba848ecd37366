import { z } from 'zod';

/** Devices that one person chooses at once. */
export const chosenAtMost = 1000;

export const choiceInput = z.object({
  customerId: z.uuid(),
  deviceIds: z
    .array(z.uuid())
    .min(1, 'Choose a device first.')
    .max(chosenAtMost, `Choose at most ${chosenAtMost.toLocaleString('en')} devices at once.`),
});
