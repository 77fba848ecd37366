import { ActionButton } from '@/components/ui/action-button';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerApplication } from '@/lib/applications/queue-queries';
import { now } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { mailLink } from '../actions';

interface JoiningCardProps {
  application: PartnerApplication;
  joining: NonNullable<PartnerApplication['joining']>;
}

const refusals = {
  joined: 'Somebody has joined meanwhile.',
  not_approved: 'This application is not approved.',
};

/** The partner that came of an application, and whether its first person has joined. */
export function JoiningCard({ application, joining: { organization, open } }: JoiningCardProps) {
  const { id, tenantId, contactName } = application;
  const over = open !== null && open.expiresAt <= now();
  const state = (
    <Badge tone={open ? (over ? 'danger' : 'warning') : 'success'} icon={open ? (over ? 'cross' : 'history') : 'check'}>
      {open ? (over ? 'Link ran out' : 'Link sent') : 'Joined'}
    </Badge>
  );
  return (
    <Card title="The partner">
      <div className="grid gap-4">
        <DefinitionList
          items={[
            {
              term: 'Organization',
              description: <TextLink href={paths.supportTenant(tenantId ?? '')}>{organization}</TextLink>,
            },
            { term: 'First person', description: contactName },
            { term: 'State', description: state },
            ...(open
              ? [
                  { term: 'Link sent', description: <RelativeTime at={open.sentAt} /> },
                  { term: 'Works until', description: <RelativeTime at={open.expiresAt} /> },
                ]
              : []),
          ]}
        />
        {open && (
          <div className="grid gap-2">
            <ActionButton label="Send the link again" size="sm" run={mailLink.bind(null, id)} refusals={refusals} />
            <p className="text-sm text-muted">The link that was sent before stops working.</p>
          </div>
        )}
      </div>
    </Card>
  );
}
