import { answer } from '@/app/answer';
import { askingActor } from '@/app/asking-actor';
import { readUpload } from '@/lib/devices/upload-queries';
import { uploadId } from './upload-id';

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const upload = await readUpload(await askingActor(request, 'reads'), await uploadId(params));
    const { id, state, total, registered, unchanged, rejected, startedAt, finishedAt, failure, sameAs } = upload;
    return Response.json(
      {
        id,
        state,
        total,
        registered,
        unchanged,
        rejected,
        startedAt,
        finishedAt,
        failure,
        sameAs: sameAs?.id ?? null,
      },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  });
