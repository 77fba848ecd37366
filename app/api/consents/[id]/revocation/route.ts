import { z } from 'zod';
import { answer } from '@/app/answer';
import { readProofForm } from '@/app/conflicts/read-proof-form';
import { changingActor } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { paths } from '@/lib/paths';
import { announceRevocation } from '@/lib/support/announce-revocation';
import { noticeDays, type revokeInput } from '@/lib/support/revocation-input';
import { revocationRefusals } from '@/lib/support/revocation-refusals';
import { revokeConsent } from '@/lib/support/revoke-consent';

interface Context {
  params: Promise<{ id: string }>;
}

/**
 * A form: `reason`, `how`, `askerName`, `askerMail`, `noticeDays` (0 ends the consent at once), and the file `proof`, which may
 * be empty. Read for whoever is signed in, since an attempt that is refused goes on record.
 */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answer(async () => {
    const actor = await changingActor();
    if (!actor) throw new AppError('signed_out');
    const { id: consentId } = await params;
    const { noticeDays: typed, ...form } = await readProofForm(request);
    const order = { ...(form as unknown as z.input<typeof revokeInput>), consentId };
    const days = noticeDays.safeParse(typed);
    if (!days.success) throw new AppError('invalid', undefined, { noticeDays: z.prettifyError(days.error) });
    const outcome =
      days.data > 0
        ? await announceRevocation(actor, { ...order, noticeDays: days.data })
        : await revokeConsent(actor, order);
    if (!outcome.ok) throw new AppError('conflict', revocationRefusals[outcome.reason]);
    return Response.json({ url: paths.supportConsent(consentId) }, { headers: { 'Cache-Control': 'no-store' } });
  });
