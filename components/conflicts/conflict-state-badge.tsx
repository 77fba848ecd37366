import { Ban, CircleCheck, CircleX, Clock, type LucideIcon, Scale, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { conflictStateNames, holderStateNames } from '@/lib/conflicts/names';
import type { ConflictState } from '@/lib/conflicts/state';

interface Look {
  tone: ComponentProps<typeof Badge>['tone'];
  icon: LucideIcon;
}

const looks: Record<ConflictState, Look> = {
  asked: { tone: 'warning', icon: Clock },
  escalated: { tone: 'info', icon: Scale },
  released: { tone: 'success', icon: CircleCheck },
  rejected: { tone: 'danger', icon: Ban },
  withdrawn: { tone: 'neutral', icon: Undo2 },
  closed: { tone: 'neutral', icon: CircleX },
};

const holderLooks: Partial<Record<ConflictState, Partial<Look>>> = {
  released: { tone: 'neutral' },
  rejected: { tone: 'success', icon: CircleCheck },
};

interface ConflictStateBadgeProps {
  state: ConflictState;
  /** What is good for one side is not for the other. */
  side?: 'asker' | 'holder';
}

export function ConflictStateBadge({ state, side = 'asker' }: ConflictStateBadgeProps) {
  if (side === 'asker') return <Badge {...looks[state]}>{conflictStateNames[state]}</Badge>;
  return (
    <Badge {...looks[state]} {...holderLooks[state]}>
      {holderStateNames[state]}
    </Badge>
  );
}
