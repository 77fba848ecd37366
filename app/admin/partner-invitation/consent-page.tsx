import { BadgeCheck, Check, X } from 'lucide-react';
import { useFormats } from '#formats';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import type { PartnerFacts, Shown } from '@/lib/consent/shown';
import { partnerTypeNames } from '@/lib/partners/names';
import { AnotherAccount } from './another-account';
import { Asking } from './asking';
import { DapRoles } from './dap-roles';
import { DecisionForm } from './decision-form';
import { Forwards, type ForwardsProps } from './forwards';
import type { HeldLink } from './held-link';
import { SignInAgain } from './sign-in-again';

interface ConsentPageProps {
  shown: Shown;
  hash: string;
  /** Null for a standing link. */
  expiresAt: Date | null;
  forwards: ForwardsProps['forwards'];
  /** Addresses of people without an account who want an answer. */
  asking: string[];
  /** Where the reader's people are. */
  place: string;
  link: HeldLink;
  here: string;
  /** The person signs in again before they answer. */
  stale: boolean;
}

const relationshipNames = {
  reseller: 'a reseller relationship',
  indirect_reseller: 'an indirect reseller relationship',
  oem: 'a manufacturer relationship',
};

const domain = (name: string) => (
  <span className="inline-flex flex-wrap items-center gap-2">
    {name}
    <Badge tone="success" icon={BadgeCheck}>
      Verified
    </Badge>
  </span>
);

const nameWithId = ({ name, domain: of, mpnId }: PartnerFacts) => `${name} (${of}${mpnId ? `, ${mpnId}` : ''})`;

/** An API client has no address to be written to. */
const senderOf = ({ name, email }: NonNullable<Shown['requester']>) => (email ? `${name} (${email})` : name);

function Sentences({ title, items, may }: { title: string; items: string[]; may: boolean }) {
  const Icon = may ? Check : X;
  return (
    <div className="grid content-start gap-2">
      <h3>{title}</h3>
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={item} className="flex gap-2">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${may ? 'text-success' : 'text-danger'}`} />
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Everything an administrator needs to decide; `shown` is rendered here and its hash comes back with the answer. */
export function ConsentPage(given: ConsentPageProps) {
  const { shown, hash, expiresAt, forwards, asking, place, link, here, stale } = given;
  const { day } = useFormats();
  const { kind, partner, provider, requester, customer, person, dap } = shown;
  const access = (
    <div className="grid gap-4">
      <p className={dap ? '' : 'font-medium'}>{shown.access}</p>
      <DapRoles roles={shown.roles} />
    </div>
  );
  const next = (
    <Card title="What happens next">
      <ul className="grid gap-2">
        {shown.next.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Partner relationship request"
        description={`${partner.name} asks ${customer.name} for ${relationshipNames[kind]}. Nothing is granted until you accept.`}
      />
      <div className="grid gap-4">
        <Forwards forwards={forwards} />
        <Asking addresses={asking} place={place} />
        <Card title="Who asks">
          <DefinitionList
            items={[
              { term: 'Partner', description: <strong>{partner.name}</strong> },
              { term: 'Domain', description: domain(partner.domain) },
              ...(partner.mpnId ? [{ term: 'Partner ID', description: partner.mpnId }] : []),
              { term: 'Type', description: partnerTypeNames[partner.type] },
              ...(provider ? [{ term: 'Provider', description: nameWithId(provider) }] : []),
              ...(requester ? [{ term: 'Sent by', description: senderOf(requester) }] : []),
              expiresAt
                ? { term: 'Answer until', description: day(expiresAt) }
                : { term: 'Link', description: 'Standing link: the same for every customer, without an end' },
            ]}
          />
        </Card>
        <Card title="For whom you decide" action={<AnotherAccount here={here} size="sm" />}>
          <DefinitionList
            items={[
              { term: 'Organization', description: `${customer.name} (${customer.domain})` },
              { term: 'Signed in as', description: `${person.name} (${person.email})` },
            ]}
          />
        </Card>
        <Card title="What you grant">
          <div className="grid gap-6 sm:grid-cols-2">
            <Sentences title={`${partner.name} will be able to`} items={shown.grants} may />
            <Sentences title={`${partner.name} will not be able to`} items={shown.limits} may={false} />
          </div>
          {shown.notes.map((note) => (
            <p key={note} className="mt-4 border-t border-line pt-4">
              {note}
            </p>
          ))}
        </Card>
        {stale ? (
          <>
            <Card title="Administrative access">{access}</Card>
            {next}
            <SignInAgain here={here} />
          </>
        ) : (
          <DecisionForm
            link={link}
            hash={hash}
            partnerName={partner.name}
            customerName={customer.name}
            dap={dap}
            access={access}
            next={next}
          />
        )}
      </div>
    </div>
  );
}
