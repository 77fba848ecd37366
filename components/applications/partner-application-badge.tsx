import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { type PartnerApplicationState, partnerApplicationStateNames } from '@/lib/applications/application-state';

const looks: Record<PartnerApplicationState, Pick<ComponentProps<typeof Badge>, 'tone' | 'icon'>> = {
  unverified: { tone: 'neutral', icon: 'minus' },
  waiting: { tone: 'warning', icon: 'history' },
  approved: { tone: 'success', icon: 'check' },
  refused: { tone: 'danger', icon: 'cross' },
  superseded: { tone: 'neutral', icon: 'minus' },
};

export const PartnerApplicationBadge = ({ state }: { state: PartnerApplicationState }) => (
  <Badge {...looks[state]}>{partnerApplicationStateNames[state]}</Badge>
);
