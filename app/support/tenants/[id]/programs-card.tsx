import { load } from '@/app/load';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { HealthBadge } from '@/components/webhooks/health-badge';
import { paths } from '@/lib/paths';
import { listPrograms } from '@/lib/support/program-queries';
import { openSuspensionsOf } from '@/lib/suspensions/queries';
import { ClientsTable } from './clients-table';

/** A partner's programs: its API clients, and where they are told of events. */
export async function ProgramsCard({ tenant }: { tenant: { id: string; name: string } }) {
  const here = paths.supportTenant(tenant.id);
  const { clients, webhooks } = await load(listPrograms, { tenantId: tenant.id }, here);
  const suspensions = await load(openSuspensionsOf, { tenantId: tenant.id }, here);
  return (
    <>
      <Card title="API clients">
        <ClientsTable clients={clients} tenant={tenant} suspensions={suspensions} />
      </Card>
      <Card title="Webhooks">
        {webhooks.length === 0 ? (
          <p className="text-muted">This partner has no webhook.</p>
        ) : (
          <ul className="grid gap-2">
            {webhooks.map(({ id: endpoint, host, health, createdBy, createdAt, failingSince, disabledAt }) => (
              <li key={endpoint} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="break-all">{host}</span>
                <HealthBadge health={health} />
                <span className="text-sm text-muted">
                  made <RelativeTime at={createdAt} /> by {createdBy || 'nobody any more'}
                  {failingSince && !disabledAt && (
                    <>
                      , failing since <RelativeTime at={failingSince} />
                    </>
                  )}
                  {disabledAt && (
                    <>
                      , disabled <RelativeTime at={disabledAt} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
