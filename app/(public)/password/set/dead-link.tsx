import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/button';
import type { DeadCredential } from '@/lib/auth/load-credential-link';
import { paths } from '@/lib/paths';

const reasons: Record<DeadCredential, string> = {
  unknown: 'This link is not one of ours, or a part of it is missing. Open it from the mail itself.',
  expired: 'This link has expired.',
  used: 'This link was used already: a password was set with it.',
  replaced: 'A newer link, or a password that was set since, took the place of this one.',
};

export const DeadLink = ({ why }: { why: DeadCredential }) => (
  <Notice
    title="This link no longer works"
    action={
      <>
        <a href={paths.forgotPassword()} className={buttonClass()}>
          Ask for a new link
        </a>
        <a href={paths.signIn()} className={buttonClass({ variant: 'secondary' })}>
          Sign in
        </a>
      </>
    }
  >
    <p>{reasons[why]}</p>
    <p>Whoever has an account here can ask for a new link at any time.</p>
  </Notice>
);
