import { answer } from '@/app/answer';
import { askingActor } from '@/app/asking-actor';
import { readRejectedCsv } from '@/lib/devices/rejected-queries';
import { uploadId } from '../upload-id';

export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const lines = await readRejectedCsv(await askingActor(request, 'reads'), await uploadId(params));
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="rejected.csv"',
        'Cache-Control': 'no-store',
      },
    });
  });
