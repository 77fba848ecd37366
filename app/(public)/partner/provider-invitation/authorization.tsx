import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AuthorizationOffer, TermsSection } from '@/lib/partners/authorization-terms';

const countries = new Intl.DisplayNames('en', { type: 'region' });

interface AuthorizationProps {
  offer: AuthorizationOffer;
  terms: TermsSection[];
  expiresAt: Date;
  /** The form that decides. */
  children: ReactNode;
}

/** Who asks, what it means, and who is about to decide. */
export function Authorization({ offer, terms, expiresAt, children }: AuthorizationProps) {
  const { provider, sender, reseller, person } = offer;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Provider invitation"
        description={`${provider.name} asks to be the indirect provider of ${reseller.name}.`}
      />
      <div className="grid gap-6">
        <Card title="Who asks">
          <DefinitionList
            items={[
              { term: 'Provider', description: <strong>{provider.name}</strong> },
              {
                term: 'Domain',
                description: (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    {provider.domain}
                    <Badge tone="success" icon={BadgeCheck}>
                      Verified
                    </Badge>
                  </span>
                ),
              },
              { term: 'MPN ID', description: provider.mpnId ?? 'None' },
              { term: 'Country', description: countries.of(provider.country) ?? provider.country },
              { term: 'Invited by', description: sender },
            ]}
          />
        </Card>
        <Card title="What authorizing means">
          <div className="grid gap-4">
            {terms.map(({ title, sentences }) => (
              <div key={title}>
                <h3 className="mb-1">{title}</h3>
                <ul className="ml-5 grid list-disc gap-1">
                  {sentences.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </Card>
        <Card title="Your decision">
          <div className="grid gap-4">
            <DefinitionList
              items={[
                { term: 'For', description: `${reseller.name} (${reseller.domain})` },
                { term: 'Signed in as', description: `${person.name} (${person.email})` },
                { term: 'Link runs out', description: <RelativeTime at={expiresAt} /> },
              ]}
            />
            {children}
          </div>
        </Card>
      </div>
    </div>
  );
}
