import { Ban, CircleCheck, Clock, Eye, type LucideIcon, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { type RemovalState, removalStateNames } from '@/lib/support/removal-state';

const looks: Record<RemovalState, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon }> = {
  asked: { tone: 'warning', icon: Clock },
  in_review: { tone: 'info', icon: Eye },
  removed: { tone: 'success', icon: CircleCheck },
  refused: { tone: 'danger', icon: Ban },
  withdrawn: { tone: 'neutral', icon: Undo2 },
};

export const RemovalStateBadge = ({ state }: { state: RemovalState }) => (
  <Badge {...looks[state]}>{removalStateNames[state]}</Badge>
);
