import { takeOne } from '@/lib/auth/allowance';
import { networkOf, senderInput } from '@/lib/auth/sender';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { type DeadReason, deadReason } from '@/lib/consent/judge';
import { loadInvitation } from '@/lib/consent/load-invitation';
import { loadStanding } from '@/lib/consent/load-standing';
import { enqueue } from '@/lib/jobs/enqueue';
import { askSignUpInput } from './sign-up-input';

type Link = (typeof askSignUpInput)['_output']['link'];

/** What a job needs to find the link again, or why it is dead. */
async function originOf(link: Link): Promise<{ why: DeadReason } | Record<string, string>> {
  if ('address' in link) {
    const held = await loadStanding(link.address);
    if (!held || held.dead) return { why: held?.dead ?? 'unknown' };
    return { standingId: held.id, dap: String(held.dap) };
  }
  const held = await loadInvitation(link.token);
  if (held?.id !== link.requestId) return { why: 'unknown' };
  const why = deadReason(held.judged, now());
  return why ? { why } : { requestId: held.id };
}

/**
 * Has whoever holds a consent link mailed how to answer it, to the address they give. What there is to say depends on who is
 * here already, which a job looks up: every address gets one answer after one amount of work. Outcomes: `dead` with why, and
 * `too_many` with for how many milliseconds this sender is not listened to.
 */
export const askSignUp = command({
  allow: 'sign_up:ask',
  input: askSignUpInput.extend({ from: senderInput }),
  audit: 'sign_up.asked',
  prepare: async ({ from }) => (from.address ? takeOne('sign_up_link', networkOf(from.address)) : 0),
  async run({ about }, { email, link }, wait) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    const origin = await originOf(link);
    if ('why' in origin) return { ok: false, reason: 'dead', why: origin.why as DeadReason } as const;
    await enqueue('sign_up.mail', { email, ...origin });
    about({});
    return { ok: true } as const;
  },
});
