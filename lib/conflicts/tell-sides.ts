import { formatDay } from '@/lib/consent/format-day';
import { whomToTell } from '@/lib/consent/whom-to-tell';
import type { NotificationParams } from '@/lib/notifications/kinds';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { emitToAsker, emitToHolder } from './emit-conflict';
import { deviceLabel } from './names';
import { actingRegistrar, type Conflict } from './sides';

/** Tells who asked how it stands, naming the device as they know it. */
export async function tellAsker(
  conflict: Conflict,
  answer: NotificationParams['release_answered']['answer'],
): Promise<void> {
  await notify({
    kind: 'release_answered',
    to: await whomToTell(conflict.askedBy, conflict.askerPartnerId, 'conflicts:ask'),
    params: { device: deviceLabel(conflict), answer },
    path: paths.conflict(conflict.id),
  });
  await emitToAsker(conflict);
}

type HolderNews = 'release_asked' | 'release_due' | { outcome: NotificationParams['release_settled']['outcome'] };

/** Tells the customer that has the device and the partner that registered it, naming the device as they know it. */
export async function tellHolder(conflict: Conflict, news: HolderNews): Promise<void> {
  const device = deviceLabel(conflict.registered);
  const registrar = await actingRegistrar(conflict);
  const places = [
    { tenantId: conflict.holderCustomerId, path: paths.askedRelease(conflict.id) },
    ...(registrar ? [{ tenantId: registrar, path: paths.conflict(conflict.id) }] : []),
  ];
  for (const { tenantId, path } of places) {
    const to = { tenantId };
    if (typeof news === 'object') {
      await notify({ kind: 'release_settled', to, params: { device, ...news }, path });
    } else {
      await notify({ kind: news, to, params: { device, by: formatDay(conflict.answerBy) }, path });
    }
  }
  // That an answer is due changes nothing.
  if (news !== 'release_due') await emitToHolder(conflict);
}
