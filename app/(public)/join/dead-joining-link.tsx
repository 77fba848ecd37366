import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import type { DeadJoining } from '@/lib/people/invitation-state';

const words: Record<DeadJoining, { title: string; sentence: (organization: string) => string }> = {
  unknown: {
    title: 'Link not found',
    sentence: () =>
      'This browser holds no such link. Open the link in the mail again; if it was copied, check that all of it is there.',
  },
  expired: {
    title: 'This link has expired',
    sentence: (organization) =>
      `Links to join work for seven days. Ask an administrator of ${organization} for another.`,
  },
  used: {
    title: 'Your account is set up already',
    sentence: () => 'This link works once, and somebody has used it. Sign in with the password that was chosen then.',
  },
  withdrawn: {
    title: 'This invitation was withdrawn',
    sentence: (organization) => `Ask an administrator of ${organization} if you should have an account.`,
  },
  replaced: {
    title: 'There is a newer link',
    sentence: (organization) => `${organization} invited you again. Use the link in the newest mail.`,
  },
};

/** Why a link to join leads nowhere any more, and what to do. */
export const DeadJoiningLink = ({ why, organization }: { why: DeadJoining; organization: string | null }) => (
  <Notice
    title={words[why].title}
    action={
      why === 'used' && (
        <a href={paths.signIn()} className={buttonClass()}>
          Sign in
        </a>
      )
    }
  >
    <p>{words[why].sentence(organization ?? 'your organization')}</p>
  </Notice>
);
