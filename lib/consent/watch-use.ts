import { systemActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { enqueueDaily } from '@/lib/jobs/daily';
import type { JobHandler } from '@/lib/jobs/kinds';
import { partnersWithUnused } from './find-unused';
import { tellUnused } from './tell-unused';

const system = systemActor('consent.watch_use');
/** Partners told before others get their turn. */
const portion = 20;

/** Job of every day: puts tomorrow's into the queue, then tells both sides of what lies unused since today. */
export const watchUse: JobHandler = async ({ shouldStop }) => {
  await enqueueDaily('consent.watch_use', later(now(), days(1)));
  const partners = await partnersWithUnused(portion);
  for (const partnerId of partners) {
    if (shouldStop()) return 'again';
    await tellUnused(system, { partnerId });
  }
  return partners.length > 0 ? 'again' : 'done';
};
