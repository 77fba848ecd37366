import type { AuditSubject } from '@/lib/audit/record';
import { deviceLabel } from './names';
import { actingRegistrar, type Conflict } from './sides';

type Detail = Record<string, string>;

/** What the asker's logs are told a conflict is about: the device in the asker's own words, and nobody of the other side. */
export const askerSubject = (conflict: Conflict, detail: Detail = {}): AuditSubject => ({
  subjectId: conflict.id,
  customerId: conflict.askerCustomerId,
  partnerId: conflict.askerPartnerId,
  detail: { device: deviceLabel(conflict), ...detail },
});

/** The same for the holder: the device as it was registered. */
export const holderSubject = async (conflict: Conflict, detail: Detail = {}): Promise<AuditSubject> => ({
  subjectId: conflict.id,
  customerId: conflict.holderCustomerId,
  partnerId: await actingRegistrar(conflict),
  detail: { device: deviceLabel(conflict.registered), ...detail },
});
