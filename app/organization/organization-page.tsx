import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { Breakable } from '@/components/ui/breakable';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { countries, countryName, isCountry } from '@/lib/tenants/countries';
import { type OwnOrganization, readOrganization } from '@/lib/tenants/queries';
import { ChangeForm } from './change-form';
import { NameCard } from './name-card';

/** What an organization is called and known by, as it looks in each of the three places; everybody of it may read that. */
export async function OrganizationPage({ place }: { place: string }) {
  const organization = await load(readOrganization, {}, paths.organization(place));
  const actor = await currentActor();
  const { name, country, kind } = organization;
  return (
    <div className="mx-auto max-w-3xl">
      {kind === 'partner' && <LivePage topics={['organization']} name="Organization" />}
      <PageHeader title="Organization" description="What your organization is called here, and what it is known by." />
      <div className="grid gap-4">
        <Facts organization={organization} />
        {kind === 'partner' && <NameCard organization={organization} mayAsk={allows(actor, 'organization:rename')} />}
        {allows(actor, 'organization:manage') && (
          <Card title="Name and country">
            <ChangeForm organization={name} country={isCountry(country) ? country : ''} countries={countries} />
          </Card>
        )}
      </div>
    </div>
  );
}

const Facts = ({ organization: { id, name, domain, country, partnerType, mpnId, createdAt } }: FactsProps) => (
  <Card>
    <DefinitionList
      items={[
        { term: 'Name', description: name },
        { term: 'Domain', description: <Breakable text={domain} /> },
        { term: 'Country', description: countryName(country) },
        ...(partnerType
          ? [
              { term: 'Partner type', description: partnerTypeNames[partnerType] },
              { term: 'MPN ID', description: mpnId ?? 'None' },
            ]
          : []),
        {
          term: 'Tenant id',
          description: (
            <>
              <code className="text-sm break-all">{id}</code> <CopyButton value={id} label="Copy tenant id" />
            </>
          ),
        },
        { term: 'Here since', description: <RelativeTime at={createdAt} /> },
      ]}
    />
  </Card>
);

interface FactsProps {
  organization: OwnOrganization;
}
