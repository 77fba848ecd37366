import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/load';
import { AnnouncedEnd } from '@/components/consent/announced-end';
import { LastUsed } from '@/components/consent/last-used';
import { ReceiptList } from '@/components/consent/receipt-list';
import { LivePage } from '@/components/live/live-page';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { listDevices } from '@/lib/devices/queries';
import { listUploads } from '@/lib/devices/upload-queries';
import { getCustomer } from '@/lib/partners/customer-queries';
import { relationshipName } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { listProfiles } from '@/lib/profiles/queries';
import { CustomerDevices } from './customer-devices';
import { CustomerProfiles } from './customer-profiles';
import { RelationshipEnd } from './relationship-end';

interface CustomerPageProps {
  params: Promise<{ id: string }>;
}

const latestUploads = 5;
const countries = new Intl.DisplayNames('en', { type: 'region' });

const Dap = ({ granted }: { granted: boolean }) =>
  granted ? (
    <Badge tone="success" icon="shield">
      Granted
    </Badge>
  ) : (
    <Badge tone="neutral" icon="minus">
      Not granted
    </Badge>
  );

/** Once per request, though the title needs it too. */
const customerOf = cache((id: string) => load(getCustomer, { id }, paths.customer(id)));

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  return { title: (await customerOf((await params).id)).name };
}

export default async function CustomerPage({ params }: CustomerPageProps) {
  const { id } = await params;
  const customer = await customerOf(id);
  const actor = await currentActor();
  const { providerName } = customer;
  const sees = allows(actor, 'devices:read');
  const requestId = customer.own?.requestId;
  const [devices, uploads, receipts, profiles] = await Promise.all([
    sees ? load(listDevices, { customerId: id, pageSize: 1 }, paths.customer(id)) : null,
    sees ? load(listUploads, { customerId: id, pageSize: latestUploads }, paths.customer(id)) : null,
    requestId ? load(receiptsOfRequest, { requestId }, paths.customer(id)) : [],
    allows(actor, 'profiles:read') ? load(listProfiles, { customerId: id }, paths.customer(id)) : null,
  ]);
  const upload = allows(actor, 'devices:register') && (
    <a href={paths.uploadDevices(id)} className={buttonClass()}>
      <Icon name="upload" />
      Upload devices
    </a>
  );
  return (
    <>
      <LivePage topics={['customers']} name={customer.name} />
      <PageHeader
        title={customer.name}
        breadcrumb={[{ label: 'Customers', href: paths.customers() }]}
        description={customer.domain}
        action={upload}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="Relationship">
          <DefinitionList
            items={[
              {
                term: 'Relationship',
                description: (
                  <>
                    {relationshipName(customer)}
                    {customer.ending && <AnnouncedEnd {...customer.ending} />}
                  </>
                ),
              },
              ...(providerName ? [{ term: 'Provider', description: providerName }] : []),
              ...(customer.kind === 'oem'
                ? []
                : [{ term: 'Delegated administration', description: <Dap granted={customer.dap} /> }]),
              { term: 'Since', description: <RelativeTime at={customer.since} /> },
              { term: 'Granted by', description: customer.grantedBy },
              { term: 'Last used', description: <LastUsed at={customer.lastUsedAt} unused={customer.unused} /> },
              ...(customer.country
                ? [{ term: 'Country', description: countries.of(customer.country) ?? customer.country }]
                : []),
              {
                term: 'Tenant id',
                description: (
                  <>
                    <code className="text-sm">{id}</code> <CopyButton value={id} label="Copy tenant id" />
                  </>
                ),
              },
              ...(receipts.length > 0
                ? [
                    {
                      term: 'Receipts',
                      description: <ReceiptList receipts={receipts} href={paths.partnerReceipt} />,
                    },
                  ]
                : []),
            ]}
          />
          <div className="mt-4 border-t border-line pt-4">
            <RelationshipEnd
              customer={customer}
              partnerName={actor?.tenant.name ?? ''}
              consentId={customer.own?.consentId ?? null}
              resellerName={customer.resellerName}
              mayEnd={allows(actor, 'consent:end')}
            />
          </div>
        </Card>
        <CustomerDevices
          customer={customer}
          devices={devices?.total}
          uploads={uploads?.items}
          byApi={actor?.tenant.partnerType === 'oem'}
        >
          {profiles && <CustomerProfiles customerId={id} profiles={profiles.profiles} />}
        </CustomerDevices>
      </div>
    </>
  );
}
