import type { NextRequest } from 'next/server';
import { activityCsv } from '@/lib/audit/activity-csv';
import { activitySearch } from '@/lib/audit/activity-search';
import { currentActor } from '@/lib/auth/session';
import { answer } from './answer';

/** What an activity log shows for the same search, all pages of it. */
export const activityDownload = (request: NextRequest): Promise<Response> =>
  answer(async () => {
    const search = activitySearch.parse(Object.fromEntries(request.nextUrl.searchParams));
    return new Response(await activityCsv(await currentActor(), search), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="activity.csv"',
        'Cache-Control': 'private, no-store',
      },
    });
  });
