import { KeyRound } from 'lucide-react';
import { load } from '@/app/load';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { listClients, scopeChoices } from '@/lib/clients/queries';
import { paths } from '@/lib/paths';
import { ClientCard } from './client-card';

export const metadata = { title: 'API clients' };

export default async function ApiClientsPage() {
  const clients = await load(listClients, {}, paths.apiClients());
  const offered = await load(scopeChoices, {}, paths.apiClients());
  const create = (
    <a href={paths.newApiClient()} className={buttonClass()}>
      Create an API client
    </a>
  );
  const working = clients.filter(({ revokedAt }) => !revokedAt);
  const revoked = clients.filter(({ revokedAt }) => revokedAt);
  return (
    <>
      <PageHeader
        title="API clients"
        description={
          <>
            Programs that act for your organization. <TextLink href={paths.developers()}>How to use the API</TextLink> ·{' '}
            <TextLink href={paths.webhooks()}>Webhooks</TextLink>
          </>
        }
        action={clients.length > 0 && create}
      />
      {working.length === 0 && (
        <EmptyState icon={KeyRound} title="No API clients" action={create}>
          Create one for each program that is to register devices or read your customers.
        </EmptyState>
      )}
      <div className="grid gap-4">
        {working.map((client) => (
          <ClientCard key={client.id} client={client} offered={offered} />
        ))}
      </div>
      {revoked.length > 0 && (
        <section className="mt-10 grid gap-4">
          <h2 className="text-lg">Revoked</h2>
          {revoked.map((client) => (
            <ClientCard key={client.id} client={client} offered={offered} />
          ))}
        </section>
      )}
    </>
  );
}
