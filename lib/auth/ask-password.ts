import { command } from '@/lib/command';
import { enqueue } from '@/lib/jobs/enqueue';
import { takeOne } from './allowance';
import { askPasswordInput } from './password-input';
import { networkOf, senderInput } from './sender';

/**
 * Has a link for a new password mailed to an address, if there is an account with it. Whether there is one is looked up by a
 * job: who asks gets one answer after one amount of work. `too_many` says for how
 * many milliseconds this sender is not listened to.
 */
export const askPassword = command({
  allow: 'password:set',
  input: askPasswordInput.extend({ from: senderInput }),
  audit: 'password.asked',
  prepare: async ({ from }) => (from.address ? takeOne('password_link', networkOf(from.address)) : 0),
  async run({ about }, { email }, wait) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    await enqueue('password.mail', { email });
    about({});
    return { ok: true } as const;
  },
});
