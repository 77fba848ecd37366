import type { NextRequest } from 'next/server';
import { answer } from '@/app/answer';
import { watchingActor } from '@/lib/auth/session';
import { openStream } from '@/lib/live/open-stream';

/** Server-sent events: `ready`, then `changed` with the names of topics; `?age=` in milliseconds as `openStream` takes it. */
export function GET(request: NextRequest): Promise<Response> {
  return answer(async () => {
    const stream = await openStream(await watchingActor(), request.nextUrl.searchParams.get('age'));
    // Its Cache-Control is in next.config.ts, which has the last word about that header.
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };
    return new Response(stream, { headers });
  });
}
