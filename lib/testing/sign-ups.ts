import { runUntilEmpty } from '@/lib/jobs/worker';
import { askSignUp } from '@/lib/signups/ask-sign-up';
import type { setUpOrganizationInput } from '@/lib/signups/sign-up-input';
import { mailsTo } from './mails';
import { goodPassword } from './people';

type Link = Parameters<typeof askSignUp>[1]['link'];

/** Asks for a way in as whoever holds this link, and gives the newest mail of that address, as its owner would find it. */
export async function newWayIn(email: string, link: Link) {
  const asked = await askSignUp(null, { email, link, from: { address: null } });
  if (!asked.ok) throw new Error(asked.reason);
  await runUntilEmpty();
  const mail = (await mailsTo(email)).at(-1);
  const url = mail?.links[0] ?? '';
  return { mail, token: url.slice(url.lastIndexOf('/') + 1) };
}

/** What the page of a link sends. */
export const setUpInput = (token: string, given: Partial<(typeof setUpOrganizationInput)['_input']> = {}) => ({
  token,
  organization: 'Contoso',
  country: 'DE',
  name: 'Zoe Young',
  password: goodPassword,
  ...given,
});
