import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerType } from '@/lib/auth/actor';
import { paths } from '@/lib/paths';
import { listHeldConsents } from '@/lib/support/held-queries';
import { HeldTable } from './held-table';

const first = 10;
/** The first customers of a partner, and the way to all of them. */
export async function HeldCard({ id, partnerType }: { id: string; partnerType: PartnerType | null }) {
  const { number } = await currentFormats();
  const { rows, total } = await load(listHeldConsents, { tenantId: id, pageSize: first }, paths.supportTenant(id));
  return (
    <Card
      title="Customers"
      action={
        total > first && <TextLink href={paths.supportTenantCustomers(id)}>All {number(total)} customers</TextLink>
      }
    >
      <HeldTable
        rows={rows}
        empty={
          <p className="text-muted">
            {partnerType === 'indirect_provider'
              ? 'No customer of its resellers named this provider. A provider has no consents of its own.'
              : 'No customer has an active consent with this partner.'}
          </p>
        }
      />
    </Card>
  );
}
