import { z } from 'zod';
import { answer } from '@/app/answer';
import { attachment } from '@/app/attachment';
import { currentActor } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { readSurfaceProof } from '@/lib/support/surface-queries';

/** The proof of purchase that a customer showed support, as a download. */
export const GET = (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const { success, data } = z.uuid().safeParse((await params).id);
    if (!success) throw new AppError('not_found');
    return attachment('proof-of-purchase', await readSurfaceProof(await currentActor(), { id: data }));
  });
