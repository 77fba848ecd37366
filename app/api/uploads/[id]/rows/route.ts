import { answer } from '@/app/answer';
import { askingActor } from '@/app/asking-actor';
import { readUploadRows } from '@/lib/devices/upload-queries';
import { uploadId } from '../upload-id';

const numberOf = (value: string | null) => (value === null || value === '' ? undefined : Number(value));

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const { id } = await uploadId(params);
    const search = new URL(request.url).searchParams;
    const asked = { id, after: numberOf(search.get('after')), limit: numberOf(search.get('limit')) };
    const rows = await readUploadRows(await askingActor(request, 'reads'), asked);
    return Response.json(rows, { headers: { 'Cache-Control': 'no-store' } });
  });
