import type { DeviceFacts } from './device-facts';
import type { Conflict } from './sides';

/** What both sides may know of a conflict. */
const shared = ({ id, state, createdAt, answerBy, escalatedAt, escalatedWhy, closedAt, answer }: Conflict) => ({
  id,
  state,
  askedAt: createdAt,
  answerBy,
  escalatedAt,
  escalatedWhy,
  closedAt,
  answer,
});

/** The identifiers as the asker submitted them. */
export const submittedBy = ({ serial, manufacturer, model, productKey, hashed }: DeviceFacts): DeviceFacts => ({
  serial,
  manufacturer,
  model,
  productKey,
  hashed,
});

/**
 * A conflict as each side reads it. Written out field by field, because this is where one side ends and the other begins:
 * nothing of the holder goes into `forAsker`, nothing of the asker into `forHolder`.
 */
export const forAsker = (conflict: Conflict, known: { customer: string; askedBy: string; registered: boolean }) => ({
  side: 'asker' as const,
  ...shared(conflict),
  device: submittedBy(conflict),
  customerId: conflict.askerCustomerId,
  customerName: known.customer,
  askedBy: known.askedBy,
  /** By now for the asker's own customer. */
  registered: known.registered,
  uploadId: conflict.uploadId,
  row: conflict.row,
  orderReference: conflict.orderReference,
  note: conflict.note,
  proof: { type: conflict.proofType, bytes: conflict.proofBytes, at: conflict.proofAt },
});

export const forHolder = (conflict: Conflict, names: { customer: string }) => ({
  side: 'holder' as const,
  ...shared(conflict),
  device: conflict.registered,
  customerName: names.customer,
  /** Who of the holder's side settled it, if one of them did. */
  releasedBy: conflict.closedBy === 'customer' || conflict.closedBy === 'registrar' ? conflict.closedBy : null,
});

export type AskerView = ReturnType<typeof forAsker>;
export type HolderView = ReturnType<typeof forHolder>;
