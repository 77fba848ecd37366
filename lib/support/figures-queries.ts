import { z } from 'zod';
import { now } from '@/lib/clock';
import { query } from '@/lib/query';
import { answerTimes } from './figures-answers';
import { consentsPerDay, uploadFailures, uploadsPerDay } from './figures-days';
import { waitingNow } from './figures-waiting';
import { lastDays } from './last-days';

/** Of how many days there are figures, today included. */
const dayCount = 30;

/**
 * How the portal's work goes, over all organizations: what waits now, how long answers took, and of the last thirty days
 * (UTC, oldest first) the consents given, the uploads, and why uploads failed.
 */
export const deskFigures = query({
  allow: 'support:read',
  input: z.object({}),
  async run() {
    const starts = lastDays(now(), dayCount);
    const [waiting, answers, consents, uploads, failures] = await Promise.all([
      waitingNow(),
      answerTimes(),
      consentsPerDay(starts),
      uploadsPerDay(starts),
      uploadFailures(starts[0] ?? now()),
    ]);
    return { waiting, answers, consents, uploads, failures };
  },
});

export type DeskFigures = Awaited<ReturnType<typeof deskFigures>>;
