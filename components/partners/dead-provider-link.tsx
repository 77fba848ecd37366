import { Notice } from '@/components/shell/notice';
import type { DeadReason } from '@/lib/consent/judge';

interface DeadProviderLinkProps {
  why: DeadReason;
  /** Null where we know no invitation. */
  asks: { provider: string; contact: { name: string; email: string } | null } | null;
}

const words: Record<DeadReason, { title: string; sentence: (provider: string) => string; again: boolean }> = {
  unknown: {
    title: 'Invitation not found',
    sentence: () =>
      'This browser holds no such invitation. Open the link in the mail again; if it was copied, check that all of it is there.',
    again: false,
  },
  expired: {
    title: 'Invitation expired',
    sentence: (provider) => `The invitation of ${provider} has run out. Nothing was authorized.`,
    again: true,
  },
  used: {
    title: 'Invitation already used',
    sentence: (provider) => `Somebody authorized ${provider} with this link. It works once.`,
    again: false,
  },
  declined: {
    title: 'Invitation declined',
    sentence: (provider) => `The invitation of ${provider} was declined. Nothing was authorized.`,
    again: true,
  },
  withdrawn: {
    title: 'Invitation withdrawn',
    sentence: (provider) => `${provider} took this invitation back. Nothing was authorized.`,
    again: true,
  },
  suspended: {
    title: 'Invitation on hold',
    sentence: (provider) =>
      `Countersign support has suspended ${provider}, so nobody can answer this invitation now. Once ${provider} is reinstated, the same link works again.`,
    again: false,
  },
  replaced: {
    title: 'Invitation replaced',
    sentence: (provider) => `${provider} sent a newer invitation to the same address. Use the link in the newest mail.`,
    again: true,
  },
};

/** Says what became of the link, and whom to ask for another. */
export function DeadProviderLink({ why, asks }: DeadProviderLinkProps) {
  const { title, sentence, again } = words[why];
  return (
    <Notice title={title}>
      <p>{sentence(asks?.provider ?? 'this provider')}</p>
      {again && asks && (
        <p>
          {asks.contact ? (
            <>
              To get a new one, ask {asks.contact.name} of {asks.provider}:{' '}
              <a href={`mailto:${asks.contact.email}`} className="link">
                {asks.contact.email}
              </a>
              .
            </>
          ) : (
            `To get a new one, ask ${asks.provider}.`
          )}
        </p>
      )}
    </Notice>
  );
}
