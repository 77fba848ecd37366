import type { NextRequest } from 'next/server';
import { answer } from '@/app/answer';
import { watchingActor } from '@/lib/auth/session';
import { openStream } from '@/lib/live/open-stream';

/** Server-sent events: `ready`, then `changed` with the names of topics; `?age=` in milliseconds as `openStream` takes it. */
export function GET(request: NextRequest): Promise<Response> {
  return answer(async () => {
    const stream = await openStream(await watchingActor(), request.nextUrl.searchParams.get('age'));
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // no-transform: Next and proxies would compress it, and so hold it back.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  });
}
