import { load } from '@/app/load';
import { heldToken } from '@/app/partner-invitation/held-token';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { findConfirmation } from '@/lib/applications/confirmation-queries';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { countryName } from '@/lib/tenants/countries';
import { ConfirmForm } from './confirm-form';
import { DeadConfirmationNotice } from './dead-confirmation-notice';

export const metadata = { title: 'Confirm your application' };

interface ConfirmPageProps {
  searchParams: Promise<{ link?: string | string[] }>;
}

/** For whoever opened the link in the mail: what was entered. Nothing is confirmed before they press the button. */
export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const { link } = await searchParams;
  const found = await load(findConfirmation, { token: await heldToken(link) }, paths.confirmApplication());
  if (found.kind === 'dead') return <DeadConfirmationNotice {...found} />;
  const { organization, domain, country, partnerType, mpnId, contactName, contactEmail } = found;
  return (
    <div className="mx-auto max-w-xl wrap-anywhere">
      <PageHeader
        title="Confirm your application"
        description="Look at what was entered. Once you confirm it, support reads it."
      />
      <Card>
        <DefinitionList
          items={[
            { term: 'Organization', description: organization },
            { term: 'Domain', description: domain },
            { term: 'Country', description: countryName(country) },
            { term: 'Partner type', description: partnerTypeNames[partnerType] },
            { term: 'MPN ID', description: mpnId ?? 'None' },
            { term: 'Contact', description: `${contactName} (${contactEmail})` },
          ]}
        />
        <ConfirmForm link={String(link)} email={contactEmail} />
      </Card>
    </div>
  );
}
