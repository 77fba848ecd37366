import { command } from '@/lib/command';
import { enqueue } from '@/lib/jobs/enqueue';
import { askPasswordInput } from './password-input';

/**
 * Has a link for a new password mailed to an address, if there is an account with it. Whether there is one is looked up by a
 * job: who asks gets one answer after one amount of work.
 */
export const askPassword = command({
  allow: 'password:set',
  input: askPasswordInput,
  audit: 'password.asked',
  async run({ about }, { email }) {
    await enqueue('password.mail', { email });
    about({});
    return { ok: true } as const;
  },
});
