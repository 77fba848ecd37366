import type { ReactNode } from 'react';
import { load } from '@/app/load';
import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { RemovalStateBadge } from '@/components/consent/removal-state-badge';
import { RequestState } from '@/components/consent/request-state';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { deviceLabel } from '@/lib/conflicts/names';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import { readCustomerCases } from '@/lib/support/customer-queries';

/** What an organization was asked as a customer, and what it asks for itself: the latest of each. */
export async function CasesCard({ id }: { id: string }) {
  const { answers, removals, conflicts } = await load(readCustomerCases, { tenantId: id }, paths.supportTenant(id));
  return (
    <Card title="As a customer">
      <div className="grid gap-6 md:grid-cols-3">
        <Cases title="Requests it answered" none="It has answered no request.">
          {answers.map(({ id: request, kind, partnerName, state, by, at }) => (
            <Case key={request} state={<RequestState state={state} />} at={at}>
              <TextLink href={paths.supportRequest(request)}>
                {consentKindNames[kind]}, {partnerName}
              </TextLink>
              {by && ` (${by})`}
            </Case>
          ))}
        </Cases>
        <Cases title="Removals it asked for" none="It has asked for no removal.">
          {removals.map(({ id: removal, partnerName, state, at }) => (
            <Case key={removal} state={<RemovalStateBadge state={state} />} at={at}>
              <TextLink href={paths.removal(removal)}>{partnerName}</TextLink>
            </Case>
          ))}
        </Cases>
        <Cases title="Device conflicts" none="None of its devices is contested.">
          {conflicts.map(({ id: conflict, registered, state, holds, at }) => (
            <Case key={conflict} state={<ConflictStateBadge state={state} />} at={at}>
              <TextLink href={paths.supportConflict(conflict)}>{deviceLabel(registered)}</TextLink>
              {holds ? ', registered for it' : ', asked for on its behalf'}
            </Case>
          ))}
        </Cases>
      </div>
    </Card>
  );
}

const Cases = ({ title, none, children }: { title: string; none: string; children: ReactNode[] }) => (
  <div className="grid content-start gap-2">
    <h3>{title}</h3>
    {children.length === 0 ? <p className="text-muted">{none}</p> : <ul className="grid gap-3">{children}</ul>}
  </div>
);

const Case = ({ state, at, children }: { state: ReactNode; at: Date | null; children: ReactNode }) => (
  <li className="grid justify-items-start gap-1 break-words">
    <span>{children}</span>
    <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
      {state}
      {at && <RelativeTime at={at} />}
    </span>
  </li>
);
