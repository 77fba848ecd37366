import { ActionButton } from '@/components/ui/action-button';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { UserActor } from '@/lib/auth/actor';
import type { Application } from '@/lib/oem/queue-queries';
import { release, take } from '../actions';
import { IssueLink } from './issue-link';
import { answerRefusals, Refuse } from './reasoned';

/** What this person of support can do about an open application. */
export function ApplicationActions({ application, actor }: { application: Application; actor: UserActor }) {
  const { id, state, assignee, assigneeId, partnerName } = application;
  const mine = assigneeId === actor.id;
  const putBack = <ActionButton label="Put back" size="sm" run={release.bind(null, id)} refusals={answerRefusals} />;
  if (state === 'in_review' && !mine) {
    return (
      <Card title="What you can do">
        <div className="grid gap-3">
          <Alert tone="info">
            {assignee} is looking at it. Only {assignee} can answer it now.
          </Alert>
          {actor.roles.includes('support_admin') && putBack}
        </div>
      </Card>
    );
  }
  return (
    <>
      <Card title="Before you issue the link">
        <IssueLink id={id} />
      </Card>
      <Card title="What else you can do">
        <div className="flex flex-wrap items-start gap-3">
          {mine ? (
            putBack
          ) : (
            <ActionButton label="Take up" size="sm" run={take.bind(null, id)} refusals={answerRefusals} />
          )}
          <Refuse id={id} partnerName={partnerName} />
        </div>
        {!mine && <p className="mt-3 text-sm text-muted">Take it up, and colleagues see that you look at it.</p>}
      </Card>
    </>
  );
}
