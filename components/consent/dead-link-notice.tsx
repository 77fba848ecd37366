import type { ReactNode } from 'react';
import { Notice } from '@/components/shell/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { DeadLink } from '@/lib/consent/invitation-view';
import { paths } from '@/lib/paths';
import { AskForNew, type AskForNewProps } from './ask-for-new';

const titles: Record<DeadLink['why'], string> = {
  unknown: 'This link is not known',
  expired: 'This link has expired',
  used: 'This request was already accepted',
  declined: 'This request was declined',
  withdrawn: 'This request was withdrawn',
  replaced: 'There is a newer link',
  suspended: 'This link cannot be answered now',
};

interface DeadLinkNoticeProps {
  link: DeadLink;
  /** Tells the partner that a new one is wanted; there is nobody to tell about a link that we do not know. */
  ask: AskForNewProps['ask'];
}

/** Why a link is dead and what to do instead, in kind words. */
export function DeadLinkNotice({ link, ask }: DeadLinkNoticeProps) {
  const { why, partnerName, decided, renewalAskedAt } = link;
  const sender = partnerName ?? 'the partner who sent it';
  const whoAndWhen = decided && (
    <>
      {decided.by} did so <RelativeTime at={decided.at} />.{' '}
    </>
  );
  const sentences: Record<DeadLink['why'], ReactNode> = {
    unknown: (
      <>
        <p>
          Perhaps the address was cut off, or this page was opened without the link. Open the link in the mail again.
        </p>
        <p>If that does not help, ask the partner who sent it to send a new one: we cannot tell who that is.</p>
      </>
    ),
    expired: (
      <>
        <p>Nobody answered in time, so nothing was granted.</p>
        <p>If you still want to answer, ask {sender} for a new one.</p>
      </>
    ),
    used: (
      <>
        <p>{whoAndWhen}A link works once, so there is nothing left to do here.</p>
        {decided ? (
          <p>
            See what {sender} may do under <TextLink href={paths.relationships()}>Partner relationships</TextLink>.
          </p>
        ) : (
          <p>If you expected to answer it yourself, ask {sender}.</p>
        )}
      </>
    ),
    declined: (
      <>
        <p>{whoAndWhen}Nothing was granted.</p>
        <p>If you have changed your mind, ask {sender} for a new one.</p>
      </>
    ),
    withdrawn: (
      <>
        <p>{sender} took it back before anybody answered, so nothing was granted.</p>
        <p>If you expected it, ask {sender} for a new one.</p>
      </>
    ),
    replaced: (
      <>
        <p>{sender} sent this request again. Open the link in the newest mail; this one no longer works.</p>
        <p>If you cannot find that mail, ask {sender} for a new one.</p>
      </>
    ),
    suspended: <OnHold sender={sender} />,
  };
  if (link.standing && why !== 'suspended') return <DeadStandingLink sender={sender} why={why} oem={link.oem} />;
  const action = why !== 'unknown' && why !== 'suspended' && (
    <AskForNew partnerName={sender} askedAt={renewalAskedAt} ask={ask} />
  );
  return (
    <Notice title={titles[why]} action={action}>
      {sentences[why]}
    </Notice>
  );
}

const standingEnds = {
  replaced: (sender: string) => `${sender} replaced this link, so it no longer works.`,
  parted: (sender: string) => `${sender} no longer works with the provider that this link names.`,
  renewed: (sender: string) => `Support gave ${sender} a new link in the place of this one, so it no longer works.`,
  taken: (sender: string) => `Support withdrew the link of ${sender}, so it no longer works.`,
};

function standingEnd(why: DeadLink['why'], oem: boolean): keyof typeof standingEnds {
  if (oem) return why === 'replaced' ? 'renewed' : 'taken';
  return why === 'replaced' ? 'replaced' : 'parted';
}

/** Support has stopped who asks, or the provider that is named: for a while. */
const OnHold = ({ sender }: { sender: string }) => (
  <>
    <p>
      Countersign support has suspended {sender} or the provider it works under, so nobody can answer now. Nothing was
      granted by opening the link.
    </p>
    <p>Keep the link: once support ends the suspension, the same link works again.</p>
  </>
);

/** A standing link that ended. Its address is no secret, so nobody can ask by it; the partner hands out another. */
function DeadStandingLink({ sender, why, oem }: { sender: string; why: DeadLink['why']; oem: boolean }) {
  const end = standingEnd(why, oem);
  return (
    <Notice title={why === 'replaced' ? titles.replaced : 'This link was withdrawn'}>
      <p>{standingEnds[end](sender)} Nothing was granted by opening it.</p>
      <p>
        {end === 'taken'
          ? `There is no other link of ${sender} now. What was granted before stays as it is; if you expected to answer, ask ${sender}.`
          : `If you want a relationship with ${sender}, ask it for its newest link.`}
      </p>
    </Notice>
  );
}
