import { emit } from '@/lib/webhooks/emit';
import type { Party, Receipt } from './receipt';

const customerOf = ({ id, name, domain }: Party) => ({ id, name, domain });

/** Tells the partner's programs of a yes, and those of the provider that it also lets in. */
export async function emitAccepted(requestId: string, { content }: Receipt): Promise<void> {
  const { consentId, kind, customer, partner, provider, dap } = content;
  await emit([partner.id, ...(provider.after ? [provider.after.id] : [])], 'consent.accepted', {
    consentId,
    requestId,
    kind,
    delegatedAdministration: dap.after,
    customer: customerOf(customer),
  });
}

/** The same of a consent that ended; `linked` says whether the provider was still the partner's. */
export async function emitEnded({ content }: Receipt, { linked }: { linked: boolean }): Promise<void> {
  const { consentId, kind, customer, partner, provider, by } = content;
  const told = [partner.id, ...(linked && provider.before ? [provider.before.id] : [])];
  await emit(told, 'consent.ended', { consentId, kind, endedBy: by.side, customer: customerOf(customer) });
}
