import type { NextRequest } from 'next/server';
import { answer } from '@/app/answer';
import { watchingActor } from '@/lib/auth/session';
import { missedTopics } from '@/lib/live/queries';

/** For pages that cannot hold a stream: `{"topics":["customers"]}`, what changed in the last `?age=` milliseconds. */
export function GET(request: NextRequest): Promise<Response> {
  return answer(async () => {
    const topics = await missedTopics(await watchingActor(), { age: request.nextUrl.searchParams.get('age') });
    return Response.json({ topics }, { headers: { 'Cache-Control': 'no-store' } });
  });
}
