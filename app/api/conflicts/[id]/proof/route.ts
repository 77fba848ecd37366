import { z } from 'zod';
import { answer } from '@/app/answer';
import { attachment } from '@/app/attachment';
import { readProofForm } from '@/app/conflicts/read-proof-form';
import { changingActor, currentActor } from '@/lib/auth/session';
import { authorise } from '@/lib/command';
import { attachProof } from '@/lib/conflicts/attach-proof';
import { readProof } from '@/lib/conflicts/proof-queries';
import { AppError } from '@/lib/errors';
import { paths } from '@/lib/paths';

interface Context {
  params: Promise<{ id: string }>;
}

async function conflictId({ params }: Context): Promise<string> {
  const { success, data } = z.uuid().safeParse((await params).id);
  if (!success) throw new AppError('not_found');
  return data;
}

/** The proof as a download. */
export const GET = (_request: Request, context: Context): Promise<Response> =>
  answer(async () =>
    attachment('proof-of-purchase', await readProof(await currentActor(), { id: await conflictId(context) })),
  );

/** A form with the file `proof`, which takes the place of the one before. */
export const POST = (request: Request, context: Context): Promise<Response> =>
  answer(async () => {
    const actor = await changingActor();
    authorise(actor, 'conflicts:ask');
    const id = await conflictId(context);
    const { proof } = await readProofForm(request);
    const attached = await attachProof(actor, { conflictId: id, proof });
    if (!attached.ok) throw new AppError('conflict', 'This request is settled. No other proof can be sent.');
    return Response.json({ id, url: paths.conflict(id) }, { headers: { 'Cache-Control': 'no-store' } });
  });
