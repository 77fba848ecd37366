import { CircleCheck, CircleX } from 'lucide-react';
import Link from 'next/link';
import { load } from '@/app/load';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { dapRoles } from '@/lib/consent/dap-roles';
import { getDecision } from '@/lib/consent/invitation-queries';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Your answer' };

interface DecidedPageProps {
  searchParams: Promise<{ request?: string | string[] }>;
}

type Decision = Awaited<ReturnType<typeof getDecision>>;

function accessOf({ dap, dapAsked, partnerName }: Decision): string {
  if (dap === null) return `None: the relationship with ${partnerName} has ended since.`;
  if (dap) return dapRoles.map(({ role, holders }) => `${role} for its ${holders}`).join(', ');
  return dapAsked ? 'None. It was asked for and left out.' : 'None. It was not asked for.';
}

/** What was decided, for the organization that decided it. */
export default async function DecidedPage({ searchParams }: DecidedPageProps) {
  const { request } = await searchParams;
  const requestId = typeof request === 'string' ? request : '';
  const here = paths.invitationDecided(requestId);
  const decision = await load(getDecision, { requestId }, here);
  const receipts = await load(receiptsOfRequest, { requestId }, here);
  const receipt = receipts.find((one) => one.requestId === requestId);
  const { accepted, partnerName, providerName, by, at, reason, standing } = decision;
  const Icon = accepted ? CircleCheck : CircleX;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={accepted ? 'Consent granted' : 'Request declined'}
        description={
          accepted
            ? `${partnerName} can register devices for your organization from now on, and was told by mail.`
            : `Nothing was granted. ${partnerName} was told by mail. To change your mind, ${
                standing ? 'open the same link again.' : `ask ${partnerName} for a new link.`
              }`
        }
      />
      <div className="grid gap-4">
        <Card>
          <div className="flex gap-4">
            <Icon
              aria-hidden
              className={`size-8 shrink-0 ${accepted ? 'text-success' : 'text-muted'}`}
              strokeWidth={1.5}
            />
            <DefinitionList
              items={[
                { term: 'Partner', description: partnerName },
                ...(accepted && providerName
                  ? [{ term: 'Provider', description: `${providerName}, with the same permission` }]
                  : []),
                ...(accepted ? [{ term: 'Administrative access', description: accessOf(decision) }] : []),
                {
                  term: accepted ? 'Accepted' : 'Declined',
                  description: (
                    <>
                      <RelativeTime at={at} /> by {by}
                    </>
                  ),
                },
                ...(reason ? [{ term: 'Reason you gave', description: reason }] : []),
              ]}
            />
          </div>
        </Card>
        <div className="flex flex-wrap gap-3">
          {receipt && (
            <a href={paths.receipt(receipt.id)} className={buttonClass()}>
              Open the receipt
            </a>
          )}
          <Link href={paths.relationships()} prefetch={false} className={buttonClass({ variant: 'secondary' })}>
            See partner relationships
          </Link>
        </div>
      </div>
    </div>
  );
}
