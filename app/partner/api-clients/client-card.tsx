import { SuspendedNote } from '@/components/suspensions/suspended-note';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Scope } from '@/lib/auth/actor';
import type { ListedClient } from '@/lib/clients/queries';
import { scopeNames } from '@/lib/clients/scope-names';
import { drop, revoke } from './actions';
import { AddSecret } from './add-secret';
import { ChangeScopes } from './change-scopes';

type Secret = ListedClient['secrets'][number];

const SecretLine = ({ secret, client }: { secret: Secret; client: ListedClient }) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
    <span>
      Ends with <code>{secret.ending}</code>, made <RelativeTime at={secret.createdAt} />
    </span>
    {client.secrets.length > 1 && (
      <ConfirmedAction
        label="Remove secret"
        question={`Remove the secret that ends with ${secret.ending}?`}
        consequences={[
          'Programs that use it are refused from this moment on, with the tokens they hold.',
          'The other secret goes on working.',
        ]}
        done="The secret is removed."
        run={drop.bind(null, client.id, secret.id)}
        already="last_one"
      />
    )}
  </li>
);

/** What there is to know about a client, and while it is not revoked what can be done with it. */
export function ClientCard({ client, offered }: { client: ListedClient; offered: readonly Scope[] }) {
  const { id, clientId, name, scopes, secrets, createdAt, createdBy, lastUsedAt, revokedAt, suspendedAt } = client;
  const facts = [
    {
      term: 'Client ID',
      description: (
        <span className="flex items-center gap-1">
          <code className="min-w-0 text-sm break-all">{clientId}</code>
          <CopyButton value={clientId} label={`Copy the client ID of ${name}`} />
        </span>
      ),
    },
    { term: 'May', description: scopes.map((scope) => scopeNames[scope].name).join(', ') || 'Nothing' },
    { term: 'Last used', description: lastUsedAt ? <RelativeTime at={lastUsedAt} /> : 'Never' },
    {
      term: 'Created',
      description: (
        <>
          <RelativeTime at={createdAt} />
          {createdBy && ` by ${createdBy}`}
        </>
      ),
    },
  ];
  if (revokedAt) {
    return (
      <Card title={name} action={<Badge tone="neutral">Revoked</Badge>}>
        <DefinitionList items={[...facts, { term: 'Revoked', description: <RelativeTime at={revokedAt} /> }]} />
      </Card>
    );
  }
  return (
    <Card title={name} action={suspendedAt && <SuspendedNote since={suspendedAt} />}>
      {suspendedAt && (
        <p className="mb-4">
          Its calls are refused, and it gets no token, until support reinstates it. Ask Countersign support.
        </p>
      )}
      <DefinitionList
        items={[
          ...facts,
          {
            term: secrets.length > 1 ? 'Secrets' : 'Secret',
            description: (
              <ul className="grid gap-2">
                {secrets.map((secret) => (
                  <SecretLine key={secret.id} secret={secret} client={client} />
                ))}
              </ul>
            ),
          },
        ]}
      />
      <div className="mt-5 flex flex-wrap gap-3">
        <ChangeScopes clientId={id} name={name} offered={offered} chosen={scopes} />
        {secrets.length < 2 && <AddSecret clientId={id} name={name} />}
        <ConfirmedAction
          label="Revoke"
          question={`Revoke ${name}?`}
          consequences={[
            'Its next call is refused, whatever token it holds. An upload of its that is running stops.',
            'Consent requests that it sent and nobody has answered are canceled: their links stop working.',
            'It cannot be brought back. Devices that it registered stay registered.',
          ]}
          done="The API client is revoked."
          run={revoke.bind(null, id)}
          already="already_revoked"
        />
      </div>
    </Card>
  );
}
