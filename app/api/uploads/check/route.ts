import type { z } from 'zod';
import { answer } from '@/app/answer';
import { readJson } from '@/app/read-json';
import { changingActor } from '@/lib/auth/session';
import { authorise } from '@/lib/command';
import type { checkInput } from '@/lib/devices/check-input';
import { checkDevices } from '@/lib/devices/check-queries';

/** A thousand devices with every identifier at its longest stay below it. */
const longest = 4 * 1024 ** 2;

/** Changes nothing. It is a POST because a thousand identifiers are no address, and because they belong into no log. */
export const POST = (request: Request): Promise<Response> =>
  answer(async () => {
    const actor = await changingActor();
    authorise(actor, 'devices:register');
    const customerId = new URL(request.url).searchParams.get('customerId');
    const devices = await readJson(request, longest);
    const asked = { customerId, devices } as z.input<typeof checkInput>;
    return Response.json(await checkDevices(actor, asked), { headers: { 'Cache-Control': 'no-store' } });
  });
