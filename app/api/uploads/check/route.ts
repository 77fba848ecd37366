import type { z } from 'zod';
import { answer } from '@/app/answer';
import { readJson } from '@/app/read-json';
import { requireUser } from '@/lib/auth/actor';
import { takeOne } from '@/lib/auth/allowance';
import { changingActor } from '@/lib/auth/session';
import { authorise } from '@/lib/command';
import type { checkInput } from '@/lib/devices/check-input';
import { checkDevices } from '@/lib/devices/check-queries';
import { AppError } from '@/lib/errors';

/** A thousand devices with every identifier at its longest stay below it. */
const longest = 4 * 1024 ** 2;

/** Changes nothing but the count of how often somebody asked. It is a POST because a thousand identifiers are no address, and because they belong into no log. */
export const POST = (request: Request): Promise<Response> =>
  answer(async () => {
    const actor = await changingActor();
    authorise(actor, 'devices:register');
    if ((await takeOne('check_devices', requireUser(actor).id)) > 0)
      throw new AppError(
        'too_many',
        'Too many devices were looked up in a short time. Wait a quarter of an hour, then go on.',
      );
    const customerId = new URL(request.url).searchParams.get('customerId');
    const devices = await readJson(request, longest);
    const asked = { customerId, devices } as z.input<typeof checkInput>;
    return Response.json(await checkDevices(actor, asked), { headers: { 'Cache-Control': 'no-store' } });
  });
