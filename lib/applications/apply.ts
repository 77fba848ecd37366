import { takeOne } from '@/lib/auth/allowance';
import { networkOf, senderInput } from '@/lib/auth/sender';
import { command } from '@/lib/command';
import { enqueue } from '@/lib/jobs/enqueue';
import { applyInput } from './apply-input';

/**
 * Somebody applies to become a partner. What is known of the domain and the address is looked up by a job: who applies gets
 * one answer after one amount of work, and only the owner of the address reads more. `too_many` says for how many
 * milliseconds this sender is not listened to.
 */
export const apply = command({
  allow: 'applications:apply',
  input: applyInput.safeExtend({ from: senderInput }),
  audit: 'partner_application.submitted',
  prepare: async ({ from }) => (from.address ? takeOne('application', networkOf(from.address)) : 0),
  async run({ about }, { from: _from, ...given }, wait) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    await enqueue('partner_application.mail', given);
    about({});
    return { ok: true } as const;
  },
});
