import { Ban, CircleCheck, CircleX, Clock, type LucideIcon, Scale, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { conflictStateNames } from '@/lib/conflicts/names';
import type { ConflictState } from '@/lib/conflicts/state';

const looks: Record<ConflictState, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon }> = {
  asked: { tone: 'warning', icon: Clock },
  escalated: { tone: 'info', icon: Scale },
  released: { tone: 'success', icon: CircleCheck },
  rejected: { tone: 'danger', icon: Ban },
  withdrawn: { tone: 'neutral', icon: Undo2 },
  closed: { tone: 'neutral', icon: CircleX },
};

export const ConflictStateBadge = ({ state }: { state: ConflictState }) => (
  <Badge {...looks[state]}>{conflictStateNames[state]}</Badge>
);
