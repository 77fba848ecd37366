import { CircleCheck, CircleX, Clock, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';

type State = 'waiting' | 'delivered' | 'failed';

const looks: Record<State, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon; word: string }> = {
  waiting: { tone: 'info', icon: Clock, word: 'Waiting' },
  delivered: { tone: 'success', icon: CircleCheck, word: 'Delivered' },
  failed: { tone: 'danger', icon: CircleX, word: 'Failed' },
};

export function DeliveryBadge({ state }: { state: State }) {
  const { word, ...look } = looks[state];
  return <Badge {...look}>{word}</Badge>;
}
