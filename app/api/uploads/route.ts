import { answer } from '@/app/answer';
import { askingActor } from '@/app/asking-actor';
import { receiveUpload } from '@/lib/devices/receive-upload';
import { paths } from '@/lib/paths';

export const POST = (request: Request): Promise<Response> =>
  answer(async () => {
    const { id } = await receiveUpload(await askingActor(request, 'changes'), request);
    return Response.json({ id, url: paths.uploadApi(id) }, { status: 202, headers: { 'Cache-Control': 'no-store' } });
  });
