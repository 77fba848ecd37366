import type { z } from 'zod';
import { answer } from '@/app/answer';
import { readProofForm } from '@/app/conflicts/read-proof-form';
import { changingActor } from '@/lib/auth/session';
import { authorise } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { paths } from '@/lib/paths';
import { registerSurface } from '@/lib/support/register-surface';
import type { surfaceInput } from '@/lib/support/surface-input';

const refusals = {
  no_customer: { customer: 'No customer has this domain or tenant id. Ask for it exactly as it stands in its portal.' },
  no_administrator: {
    askedBy: 'Nobody with this address is a global or Intune administrator of that customer. Only one of them can ask.',
  },
};

/** A form: the fields of `surfaceInput` as text, and the file `proof`. The same form sent twice leads to the one registration. */
export const POST = (request: Request): Promise<Response> =>
  answer(async () => {
    const actor = await changingActor();
    authorise(actor, 'surface:register');
    const form = (await readProofForm(request)) as unknown as z.input<typeof surfaceInput>;
    const made = await registerSurface(actor, form);
    if (!made.ok && made.reason !== 'repeated') throw new AppError('invalid', undefined, refusals[made.reason]);
    const headers = { 'Cache-Control': 'no-store' };
    return Response.json({ url: paths.surfaceRegistration(form.id) }, { status: made.ok ? 201 : 200, headers });
  });
