import type { NextRequest } from 'next/server';
import { answer } from '@/app/answer';
import { currentActor } from '@/lib/auth/session';
import { devicesCsv } from '@/lib/devices/devices-csv';

/** What the Devices page shows for the same search, all pages of it, as a file that uploads again. */
export const GET = (request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const { id } = await params;
    const asked = request.nextUrl.searchParams;
    const search = (asked.get('q') ?? '').trim().slice(0, 200);
    const batchId = asked.get('batch') ?? undefined;
    return new Response(await devicesCsv(await currentActor(), { customerId: id, search, batchId }), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="devices.csv"',
        'Cache-Control': 'private, no-store',
      },
    });
  });
