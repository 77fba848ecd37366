import { z } from 'zod';
import { actionsSince } from '@/lib/audit/follow';
import { requireUser } from '@/lib/auth/actor';
import { later, now } from '@/lib/clock';
import { query } from '@/lib/query';
import { everyTopic, topicsOf, visibleTopics } from './topics';

/** Milliseconds added to what a page says it missed: a commit comes a moment after the time in its event. */
const slack = 2000;
/** Whoever missed more events than this is told that everything changed. */
const counted = 500;

/** The topics that changed in the last `age` milliseconds, of those this person may know of. Says one too many rather than one too few. */
export const missedTopics = query({
  allow: 'live:watch',
  input: z.object({
    age: z.coerce
      .number()
      .int()
      .min(0)
      .catch(0)
      .transform((age) => Math.min(age, 86_400_000)),
  }),
  async run(actor, { age }) {
    const person = requireUser(actor);
    const missed = await actionsSince(person.tenant.id, later(now(), -age - slack), counted);
    const touched = missed.flatMap((action) => topicsOf(action, true));
    return visibleTopics(person, missed.length < counted ? touched : everyTopic);
  },
});
