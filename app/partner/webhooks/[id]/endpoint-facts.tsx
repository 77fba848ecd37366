import { Alert } from '@/components/ui/alert';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { HealthBadge } from '@/components/webhooks/health-badge';
import type { Endpoint } from '@/lib/webhooks/queries';

/** What there is to know about a webhook, and what is wrong with it. */
export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const { health, events, createdAt, createdBy, failingSince, oldSecretUntil } = endpoint;
  return (
    <div className="grid gap-4">
      {health === 'failing' && failingSince && (
        <Alert tone="warning" title="Nothing is delivered at the moment">
          The first attempt failed <RelativeTime at={failingSince} />. After three days without a delivery the webhook
          is disabled.
        </Alert>
      )}
      {health === 'given_up' && (
        <Alert tone="danger" title="Disabled, because nothing was delivered for three days">
          Mend the program, enable the webhook and send again what was missed. What happened while it was disabled was
          not kept.
        </Alert>
      )}
      <DefinitionList
        items={[
          { term: 'State', description: <HealthBadge health={health} /> },
          {
            term: 'Events',
            description: (
              <ul className="flex flex-wrap gap-x-3 gap-y-1">
                {events.map((event) => (
                  <li key={event}>
                    <code>{event}</code>
                  </li>
                ))}
              </ul>
            ),
          },
          ...(oldSecretUntil
            ? [
                {
                  term: 'Secret',
                  description: (
                    <>
                      Replaced; the one before signs along until <RelativeTime at={oldSecretUntil} />
                    </>
                  ),
                },
              ]
            : []),
          {
            term: 'Added',
            description: (
              <>
                <RelativeTime at={createdAt} /> by {createdBy}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
