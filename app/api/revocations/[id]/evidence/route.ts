import { z } from 'zod';
import { answer } from '@/app/answer';
import { attachment } from '@/app/attachment';
import { currentActor } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { readEvidence } from '@/lib/support/consent-queries';

/** What somebody showed support when it ended a consent, as a download. */
export const GET = (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const { success, data } = z.uuid().safeParse((await params).id);
    if (!success) throw new AppError('not_found');
    return attachment('evidence', await readEvidence(await currentActor(), { id: data }));
  });
