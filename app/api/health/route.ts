import { answer } from '@/app/answer';
import { readHealth } from '@/lib/jobs/health-queries';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

/** For load balancers: `{"status","database","version"}`, 200 when all is well and 503 when the database is away. */
export function GET(): Promise<Response> {
  return answer(async () => {
    const { reachable, database } = await readHealth(null, {});
    return Response.json(
      { status: reachable ? 'ok' : 'error', database, version },
      { status: reachable ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
    );
  });
}
