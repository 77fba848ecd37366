import { z } from 'zod';
import { conflictStates } from '@/lib/conflicts/state';
import { attributes, link } from './answer-schemas';

const moment = z.iso.datetime();

const shared = z.object({
  id: z.uuid(),
  state: z.enum(conflictStates),
  device: z.object({
    serialNumber: z.string().optional(),
    productKey: z.string().optional(),
    oemManufacturerName: z.string().optional(),
    modelName: z.string().optional(),
    hasHardwareHash: z.boolean(),
  }),
  customerName: z.string().describe('Your own customer, on either side.'),
  askedDate: moment,
  answerByDate: moment.describe('From then on support decides.'),
  escalatedDate: moment.optional(),
  escalatedBecause: z.enum(['unanswered', 'refused']).optional(),
  closedDate: moment.optional(),
  answer: z.string().optional().describe('What support says to both sides.'),
  links: z.object({ self: link }),
  attributes,
});

const asked = shared.extend({
  side: z.literal('asker'),
  customerId: z.uuid(),
  askedBy: z.string(),
  registered: z.boolean().describe('The device is registered for your customer by now.'),
  batchTrackingId: z.uuid(),
  row: z.int(),
  orderReference: z.string(),
  note: z.string(),
  proof: z.object({ type: z.enum(['pdf', 'png', 'jpeg', 'webp']), bytes: z.int(), attachedDate: moment }),
});

const received = shared.extend({
  side: z.literal('holder'),
  releasedBy: z.enum(['customer', 'registrar']).optional(),
});

/** A conflict as the documentation describes it, from the side that reads it. */
export const conflict = z.discriminatedUnion('side', [asked.strict(), received.strict()]);
