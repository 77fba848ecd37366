import { Download } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { proofTypes } from '@/lib/conflicts/proof-type';
import { paths } from '@/lib/paths';
import type { SurfaceRegistration } from '@/lib/support/surface-queries';

/** Who asked for what, for whom, and with what proof. */
export const SurfaceFacts = ({ surface }: { surface: SurfaceRegistration }) => (
  <div className="grid gap-4">
    <DefinitionList
      items={[
        {
          term: 'Customer',
          description: (
            <>
              <TextLink href={paths.supportTenant(surface.customerId)}>{surface.customerName}</TextLink> (
              {surface.customerDomain})
            </>
          ),
        },
        { term: 'Asked by', description: `${surface.askedBy}, ${surface.askerMail}` },
        {
          term: 'Registered by support',
          description: (
            <>
              <RelativeTime at={surface.createdAt} /> by {surface.by}
            </>
          ),
        },
        { term: 'Model', description: surface.model },
        ...(surface.orderNumber ? [{ term: 'Order number', description: surface.orderNumber }] : []),
        ...(surface.groupTag ? [{ term: 'Group tag', description: surface.groupTag }] : []),
        { term: 'Reason', description: <q>{surface.reason}</q> },
        { term: 'Proof of purchase', description: proofTypes[surface.proofType].name },
      ]}
    />
    <a
      href={paths.surfaceProof(surface.id)}
      download
      className={`${buttonClass({ variant: 'secondary', size: 'sm' })} justify-self-start`}
    >
      <Download aria-hidden className="size-4" />
      Download proof
    </a>
  </div>
);
