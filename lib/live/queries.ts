import { z } from 'zod';
import { nilId } from '@/lib/audit/entries';
import { actionsSince } from '@/lib/audit/follow';
import { requireUser } from '@/lib/auth/actor';
import { later, now } from '@/lib/clock';
import { query } from '@/lib/query';
import { everyTopic, supportTopicsOf, topicsOf, visibleTopics } from './topics';

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
    const since = later(now(), -age - slack);
    const missed = await actionsSince(person.tenant.id, since, counted);
    const others = person.tenant.kind === 'operator' ? await actionsSince(nilId, since, counted) : [];
    const touched = [...missed.flatMap((action) => topicsOf(action, true)), ...others.flatMap(supportTopicsOf)];
    return visibleTopics(person, Math.max(missed.length, others.length) < counted ? touched : everyTopic);
  },
});
