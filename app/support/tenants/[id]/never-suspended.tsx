import { Card } from '@/components/ui/card';

const why = {
  customer: 'A customer acts for nobody, so there is nothing to suspend. Suspend the partner that acts for it.',
  operator: 'Support itself cannot be suspended. Take away the roles or the accounts of its people.',
};

/** Why there is no suspension to propose here. */
export const NeverSuspended = ({ kind }: { kind: 'customer' | 'partner' | 'operator' }) =>
  kind !== 'partner' && (
    <Card title="Suspension">
      <p className="text-muted">{why[kind]}</p>
    </Card>
  );
