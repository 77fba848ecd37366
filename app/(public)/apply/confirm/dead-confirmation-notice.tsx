import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/button';
import type { DeadConfirmation } from '@/lib/applications/application-state';
import { paths } from '@/lib/paths';

interface Words {
  title: string;
  sentence: (organization: string) => string;
  /** Whether applying again gets them further. */
  again?: true;
}

const words: Record<DeadConfirmation, Words> = {
  unknown: {
    title: 'Link not found',
    sentence: () =>
      'This browser holds no such link. Open the link in the mail again; if it was copied, check that all of it is there.',
    again: true,
  },
  expired: {
    title: 'This link has expired',
    sentence: () => 'Links to confirm an application work for three days. Nobody has read yours.',
    again: true,
  },
  replaced: {
    title: 'There is a newer link',
    sentence: () => 'Somebody applied again with your address. Use the link in the newest mail.',
    again: true,
  },
  waiting: {
    title: 'Your application is with support',
    sentence: (organization) =>
      `The application of ${organization} is confirmed already. Support answers to your address; there is nothing more to do.`,
  },
  approved: {
    title: 'Your application is approved',
    sentence: (organization) =>
      `${organization} has a place here. We mailed you a link to set up your account; if it ran out, ask Countersign support for another.`,
  },
  refused: {
    title: 'Your application was refused',
    sentence: (organization) => `Support did not accept ${organization} as a partner. You can apply again.`,
    again: true,
  },
};

interface DeadConfirmationNoticeProps {
  why: DeadConfirmation;
  organization: string | null;
  /** Why support refused it; null for anything else. */
  reason: string | null;
}

/** Why a link to confirm an application leads nowhere any more, and what to do. */
export function DeadConfirmationNotice({ why, organization, reason }: DeadConfirmationNoticeProps) {
  const { title, sentence, again } = words[why];
  const apply = (
    <a href={paths.apply()} className={buttonClass()}>
      Apply again
    </a>
  );
  const signIn = (
    <a href={paths.signIn()} className={buttonClass()}>
      Sign in
    </a>
  );
  return (
    <Notice title={title} action={again ? apply : why === 'approved' && signIn}>
      <p>{sentence(organization ?? 'your organization')}</p>
      {reason && (
        <p>
          Support wrote: <q>{reason}</q>
        </p>
      )}
    </Notice>
  );
}
