import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { setupLinks } from '@/db/schema';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { hashInvitationToken, newInvitationToken } from '@/lib/consent/invitation-token';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { isSetUp } from './find-setup-link';

/** How long a link works, in milliseconds; every start prints another. */
const lifetime = days(1);

/** Makes the link that a start prints. The URL holds the secret. Outcome: `already_set_up`. */
export const issueSetupLink = command({
  allow: 'setup:issue',
  input: z.object({}),
  audit: 'setup.link_issued',
  async run({ about }) {
    if (await isSetUp()) return { ok: false, reason: 'already_set_up' } as const;
    const createdAt = now();
    const expiresAt = later(createdAt, lifetime);
    const id = uuidv7();
    const token = newInvitationToken();
    await db.insert(setupLinks).values({ id, tokenHash: hashInvitationToken(token), createdAt, expiresAt });
    about({ subjectId: id, detail: { expiresAt } });
    return { ok: true, url: `${env.APP_ORIGIN}${paths.setupLink(token)}`, expiresAt } as const;
  },
});
