import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import type { DeadSignUp } from '@/lib/signups/load-sign-up';

interface DeadSignUpLinkProps {
  why: DeadSignUp;
  partnerName: string | null;
  /** The consent page they came from. */
  back: string | null;
  /** They came from a standing link, which leads back without a secret. */
  standing: boolean;
}

const words: Record<DeadSignUp, { title: string; sentence: (partner: string) => string }> = {
  unknown: {
    title: 'Link not found',
    sentence: () =>
      'This browser holds no such link. Open the link in the mail again; if it was copied, check that all of it is there.',
  },
  expired: {
    title: 'This link has expired',
    sentence: (partner) =>
      `Links to set up an organization work for a day. Open the link of ${partner} again and choose “I have no account here” for another.`,
  },
  used: {
    title: 'This link was used',
    sentence: () =>
      'It works once. If you set up your organization with it, sign in with the password that you chose then.',
  },
  replaced: {
    title: 'There is a newer link',
    sentence: () => 'You asked for another one since. Use the link in the newest mail.',
  },
};

/** Why a link to set up an organization leads nowhere any more, and what to do. */
export function DeadSignUpLink({ why, partnerName, back, standing }: DeadSignUpLinkProps) {
  const { title, sentence } = words[why];
  const again = why === 'expired' && standing && back;
  return (
    <Notice
      title={title}
      action={
        (why === 'used' || again) && (
          <a href={paths.signIn(back ?? undefined)} className={buttonClass()}>
            {again ? 'Open the link again' : 'Sign in'}
          </a>
        )
      }
    >
      <p>{sentence(partnerName ?? 'the partner')}</p>
    </Notice>
  );
}
