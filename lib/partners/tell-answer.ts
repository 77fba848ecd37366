import type { UserActor } from '@/lib/auth/actor';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import type { FoundInvitation } from './find-invitation';
import { authorizedMail, declinedMail } from './link-mails';

interface Answer {
  answer: 'authorized' | 'declined';
  invitation: FoundInvitation;
  person: UserActor;
  at: Date;
}

/** Tells both sides how a reseller answered: who sent the invitation, and everybody of the reseller whom it concerns. */
export async function tellAnswer({ answer, invitation, person, at }: Answer): Promise<void> {
  const { provider, sender } = invitation;
  const reseller = person.tenant;
  const write = answer === 'authorized' ? authorizedMail : declinedMail;
  const told = {
    kind: 'provider_answered',
    params: { reseller: reseller.name, provider: provider.name, answer },
  } as const;
  await notify({
    ...told,
    to: { userIds: [sender.id] },
    path: paths.resellers(),
    mail: write('provider', { provider, reseller }, person.name, at),
  });
  await notify({
    ...told,
    to: { tenantId: reseller.id },
    path: paths.providers(),
    mail: write('reseller', { provider, reseller }, person.name, at),
  });
}
