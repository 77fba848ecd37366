import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { type NameChangeState, nameChangeStateNames } from '@/lib/applications/name-state';

const looks: Record<NameChangeState, Pick<ComponentProps<typeof Badge>, 'tone' | 'icon'>> = {
  waiting: { tone: 'warning', icon: 'history' },
  approved: { tone: 'success', icon: 'check' },
  refused: { tone: 'danger', icon: 'cross' },
  withdrawn: { tone: 'neutral', icon: 'minus' },
};

export const NameChangeBadge = ({ state }: { state: NameChangeState }) => (
  <Badge {...looks[state]}>{nameChangeStateNames[state]}</Badge>
);
