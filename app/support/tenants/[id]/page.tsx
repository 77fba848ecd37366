import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/load';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { getTenant } from '@/lib/support/tenant-queries';
import { CasesCard } from './cases-card';
import { FactsCard } from './facts-card';
import { HeldCard } from './held-card';
import { NeverSuspended } from './never-suspended';
import { PeopleCard } from './people-card';
import { ProgramsCard } from './programs-card';
import { RelationshipsCard } from './relationships-card';
import { RequestsCard } from './requests-card';
import { SuspensionCard } from './suspension-card';
import { TiesCard } from './ties-card';
import { UploadsCard } from './uploads-card';
import { ViewingCard } from './viewing-card';

interface TenantPageProps {
  params: Promise<{ id: string }>;
}

/** Once per request, though the title needs it too. */
const tenantOf = cache((id: string) => load(getTenant, { id }, paths.supportTenant(id)));

export async function generateMetadata({ params }: TenantPageProps): Promise<Metadata> {
  return { title: (await tenantOf((await params).id)).name };
}

/** Everything that support needs to know of an organization: one card each, which asks for itself. */
export default async function TenantPage({ params }: TenantPageProps) {
  const { id } = await params;
  const tenant = await tenantOf(id);
  const { name, kind, partnerType, domain } = tenant;
  const isPartner = kind === 'partner';
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={[{ label: 'Search', href: paths.supportSearch() }]}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone="neutral">{partnerType ? partnerTypeNames[partnerType] : kindNames[kind]}</Badge>
            {domain}
          </span>
        }
        action={
          <a
            href={paths.activity(paths.support(), { organization: id })}
            className={buttonClass({ variant: 'secondary' })}
          >
            Activity log
          </a>
        }
      />
      <div className="grid gap-6">
        <FactsCard tenant={tenant} />
        <PeopleCard tenant={tenant} />
        {isPartner && (
          <>
            <SuspensionCard tenant={tenant} />
            <HeldCard id={id} partnerType={partnerType} />
            <RequestsCard id={id} />
            <TiesCard id={id} partnerType={partnerType} />
            <ProgramsCard tenant={tenant} />
            <UploadsCard id={id} side="partner" />
          </>
        )}
        {kind !== 'operator' && (
          <>
            <RelationshipsCard id={id} />
            <CasesCard id={id} />
            {!isPartner && <UploadsCard id={id} side="customer" />}
          </>
        )}
        <ViewingCard tenant={tenant} />
        {!isPartner && <NeverSuspended kind={kind} />}
      </div>
    </>
  );
}

const kindNames = { partner: 'Partner', customer: 'Customer', operator: 'Operator' };
