import type { NextRequest } from 'next/server';
import { answer } from '@/app/answer';
import { currentActor } from '@/lib/auth/session';
import { customerSearch } from '@/lib/partners/customer-search';
import { customersCsv } from '@/lib/partners/customers-csv';

/** What the Customers page shows for the same search, all pages of it. */
export const GET = (request: NextRequest): Promise<Response> =>
  answer(async () => {
    const search = customerSearch.parse(Object.fromEntries(request.nextUrl.searchParams));
    return new Response(await customersCsv(await currentActor(), search), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="customers.csv"',
        'Cache-Control': 'private, no-store',
      },
    });
  });
