import { Breakable } from '@/components/ui/breakable';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import type { RequestDetail } from '@/lib/consent/request-queries';

const deliveries = { mail: 'Our mail', copy: 'A mail of the sender’s own', standing: 'Standing link' };

/** What was asked about administrative access, what was given, and whether it still is. */
function access({ dap, dapGranted, consent }: RequestDetail): string {
  if (!dap) return 'None was asked for';
  if (dapGranted === null) return 'Delegated administration was asked for';
  if (!dapGranted) return 'Delegated administration was asked for and left out';
  return `Delegated administration was granted${consent && !consent.endedAt && !consent.dap ? ', and removed since' : ''}`;
}

/** What becomes of the link: of an open request when it runs out, of a closed one nothing. */
function Link({ state, draft, delivery, expiresAt, expiresInDays }: RequestDetail) {
  if (delivery === 'standing') return 'Works on for other customers, until it is replaced';
  if (draft) return `None yet; it will work for ${expiresInDays} days`;
  if (state !== 'sent' && state !== 'opened') return 'No longer works';
  return (
    <>
      Works for {expiresInDays} days, ends <RelativeTime at={expiresAt} />
    </>
  );
}

interface RequestFactsProps {
  request: RequestDetail;
  /** Where the reader finds other requests and the customer. */
  hrefs: { request: (id: string) => string; customer: (id: string) => string };
}

/** What was asked of whom, and how its link stands. */
export function RequestFacts({ request, hrefs }: RequestFactsProps) {
  const { recipientName, recipientEmail, organization, kind, providerName, delivery, draft } = request;
  const { customerId, decidedFor, consent, replacesId, replacedBy } = request;
  const items = [
    {
      term: 'Recipient',
      description: (
        <>
          {recipientName || 'Not filled in'}
          {recipientEmail && (
            <span className="block text-muted">
              <Breakable text={recipientEmail} />
            </span>
          )}
        </>
      ),
    },
    { term: 'Organization', description: organization || 'Not filled in' },
    {
      term: 'Relationship',
      description: providerName ? `${consentKindNames[kind]}, with ${providerName}` : consentKindNames[kind],
    },
    { term: 'Administrative access', description: access(request) },
    ...(draft ? [] : [{ term: 'Delivery', description: deliveries[delivery] }]),
    { term: 'Link', description: <Link {...request} /> },
    ...(customerId && consent
      ? [
          {
            term: 'Customer',
            description: consent.endedAt ? (
              `${decidedFor}, whose consent has ended`
            ) : (
              <TextLink href={hrefs.customer(customerId)}>{decidedFor}</TextLink>
            ),
          },
        ]
      : []),
    ...(replacedBy
      ? [
          {
            term: 'Replaced by',
            description: <TextLink href={hrefs.request(replacedBy.id)}>The newer request</TextLink>,
          },
        ]
      : []),
    ...(replacesId
      ? [{ term: 'Replaces', description: <TextLink href={hrefs.request(replacesId)}>The request before it</TextLink> }]
      : []),
  ];
  return <DefinitionList items={items} />;
}
