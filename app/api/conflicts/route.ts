import type { z } from 'zod';
import { answer } from '@/app/answer';
import { readProofForm } from '@/app/conflicts/read-proof-form';
import { changingActor } from '@/lib/auth/session';
import { authorise } from '@/lib/command';
import type { askInput } from '@/lib/conflicts/ask-input';
import { askRelease } from '@/lib/conflicts/ask-release';
import { askRefusals } from '@/lib/conflicts/refusals';
import { AppError } from '@/lib/errors';
import { paths } from '@/lib/paths';

const headers = { 'Cache-Control': 'no-store' };

/** A form: `uploadId` and `row`, `orderReference`, `note`, and the file `proof`. Asking twice leads to the one request. */
export const POST = (request: Request): Promise<Response> =>
  answer(async () => {
    const actor = await changingActor();
    authorise(actor, 'conflicts:ask');
    const asked = await askRelease(actor, (await readProofForm(request)) as unknown as z.input<typeof askInput>);
    if (asked.ok || asked.reason === 'already_asked') {
      return Response.json({ id: asked.id, url: paths.conflict(asked.id) }, { status: asked.ok ? 201 : 200, headers });
    }
    throw new AppError(asked.reason === 'limit_reached' ? 'too_many' : 'conflict', askRefusals[asked.reason]);
  });
