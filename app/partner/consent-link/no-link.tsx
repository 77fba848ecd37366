import { ApplicationStateBadge } from '@/components/oem/application-state-badge';
import { ActionButton } from '@/components/ui/action-button';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { UserActor } from '@/lib/auth/actor';
import { isOpen } from '@/lib/oem/application-state';
import type { ConsentLink } from '@/lib/oem/queries';
import { withdraw } from './actions';
import { AskForm } from './ask-form';

interface NoLinkProps {
  consentLink: ConsentLink;
  person: UserActor;
  mayAsk: boolean;
}

/** Why there is no link now, in the words of support where it gave any. */
function Why({ ended, application }: Pick<ConsentLink, 'ended' | 'application'>) {
  const refused = application?.state === 'refused' && application.closedAt ? application : null;
  if (ended && (!refused?.closedAt || ended.at > refused.closedAt))
    return (
      <Alert tone="warning" title="Support withdrew your link">
        <q>{ended.reason}</q> (<RelativeTime at={ended.at} />) The old address no longer works. What customers granted
        by it stays as it is.
      </Alert>
    );
  if (refused?.closedAt)
    return (
      <Alert tone="warning" title="Support did not issue a link">
        <q>{refused.answer}</q> (<RelativeTime at={refused.closedAt} />) You can ask again.
      </Alert>
    );
  return null;
}

/** Stands where the link would be: the way to ask for it, or how the asking stands. */
export function NoLink({ consentLink: { application, ended }, person, mayAsk }: NoLinkProps) {
  if (application && isOpen(application.state)) {
    return (
      <Card title="You asked support for your link" action={<ApplicationStateBadge state={application.state} />}>
        <div className="grid justify-items-start gap-4">
          <p>
            {application.askedBy} asked <RelativeTime at={application.askedAt} />. Support makes sure that you are who
            you say, and may write to the person you named. You are told by mail, and the link then stands here.
          </p>
          {mayAsk && (
            <ActionButton
              label="Withdraw application"
              size="sm"
              run={withdraw.bind(null, application.id)}
              refusals={{ already_closed: 'Support has answered meanwhile.' }}
            />
          )}
        </div>
      </Card>
    );
  }
  return (
    <div className="grid gap-4">
      <Why ended={ended} application={application} />
      <Card title="Ask support for your link">
        <p className="mb-5 text-muted">
          Support issues the link once it knows who you are. Customers who accept by it let you register devices by API,
          and nothing else.
        </p>
        {mayAsk ? (
          <AskForm contactName={person.name} contactEmail={person.email} />
        ) : (
          <p>There is none yet. A global administrator or an admin agent of your organization can ask for it.</p>
        )}
      </Card>
    </div>
  );
}
