import type { NextRequest } from 'next/server';
import { answer } from '@/app/answer';
import { currentActor } from '@/lib/auth/session';
import { devicesCsv } from '@/lib/devices/devices-csv';
import { deviceAddress, filterOf } from '../device-address';

/** What the Devices page shows for the same address, all pages of it, as a file that uploads again. */
export const GET = (request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer(async () => {
    const { id } = await params;
    const address = deviceAddress(Object.fromEntries(request.nextUrl.searchParams));
    return new Response(await devicesCsv(await currentActor(), filterOf(id, address)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="devices.csv"',
        'Cache-Control': 'private, no-store',
      },
    });
  });
