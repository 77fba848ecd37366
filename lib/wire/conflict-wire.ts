import type { DeviceFacts } from '@/lib/conflicts/device-facts';
import type { AskerView, HolderView } from '@/lib/conflicts/views';

type View = AskerView | HolderView;

const deviceOf = ({ serial, productKey, manufacturer, model, hashed }: DeviceFacts) => ({
  ...(serial ? { serialNumber: serial } : {}),
  ...(productKey ? { productKey } : {}),
  ...(manufacturer ? { oemManufacturerName: manufacturer } : {}),
  ...(model ? { modelName: model } : {}),
  hasHardwareHash: hashed,
});

const shared = (view: View) => ({
  id: view.id,
  side: view.side,
  state: view.state,
  device: deviceOf(view.device),
  customerName: view.customerName,
  askedDate: view.askedAt.toISOString(),
  answerByDate: view.answerBy.toISOString(),
  ...(view.escalatedAt ? { escalatedDate: view.escalatedAt.toISOString(), escalatedBecause: view.escalatedWhy } : {}),
  ...(view.closedAt ? { closedDate: view.closedAt.toISOString() } : {}),
  ...(view.answer ? { answer: view.answer } : {}),
  links: { self: { uri: `/conflicts/${view.id}`, method: 'GET', headers: [] } },
  attributes: { objectType: 'Conflict' },
});

/** A conflict as the side that reads it knows it; made of the views alone, which is where one side ends (decision 0020). */
export function conflictItem(view: View) {
  if (view.side === 'holder') {
    return { ...shared(view), ...(view.releasedBy ? { releasedBy: view.releasedBy } : {}) };
  }
  return {
    ...shared(view),
    customerId: view.customerId,
    askedBy: view.askedBy,
    registered: view.registered,
    batchTrackingId: view.uploadId,
    row: view.row,
    orderReference: view.orderReference,
    note: view.note,
    proof: { type: view.proof.type, bytes: view.proof.bytes, attachedDate: view.proof.at.toISOString() },
  };
}
