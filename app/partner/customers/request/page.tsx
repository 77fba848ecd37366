import { Unplug } from 'lucide-react';
import { load } from '@/app/load';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { now } from '@/lib/clock';
import { getSender } from '@/lib/consent/queries';
import { getStart } from '@/lib/consent/request-queries';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { RequestForm } from './request-form';

export const metadata = { title: 'Request a reseller relationship' };

interface RequestPageProps {
  searchParams: Promise<{ draft?: string; from?: string }>;
}

export default async function RequestPage({ searchParams }: RequestPageProps) {
  const { draft, from } = await searchParams;
  const here = paths.requestRelationship({ draft, from });
  const { partner, kind, providers, today } = await load(getSender, {}, here);
  const start = await load(getStart, { draft, from }, here);
  const noProvider = kind === 'indirect_reseller' && providers.length === 0;
  return (
    <>
      <PageHeader
        title="Request a reseller relationship"
        description="A global administrator of the customer accepts or declines through the link in your mail."
        breadcrumb={[{ label: 'Customers', href: paths.customers() }]}
        action={
          kind &&
          !noProvider && (
            <a href={paths.requestMany()} className={buttonClass({ variant: 'secondary' })}>
              Ask many at once
            </a>
          )
        }
      />
      {!kind && (
        <EmptyState icon={Unplug} title="Your organization does not ask customers itself">
          Indirect providers act for the customers of their resellers.
        </EmptyState>
      )}
      {noProvider && (
        <EmptyState icon={Unplug} title="You need a provider first">
          An indirect reseller asks together with the indirect provider it works under. Accept the invitation of a
          provider, then come back.
        </EmptyState>
      )}
      {kind && !noProvider && (
        <RequestForm
          key={here}
          partner={partner}
          kind={kind}
          providers={providers}
          today={today}
          start={start}
          origin={env.APP_ORIGIN}
          from={env.MAIL_FROM}
          at={now()}
        />
      )}
    </>
  );
}
