import { Ban, CircleCheck, Clock, OctagonPause } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { type SuspensionState, suspensionStateNames } from '@/lib/suspensions/suspension-state';

const looks: Record<SuspensionState, Omit<ComponentProps<typeof Badge>, 'children'>> = {
  proposed: { tone: 'warning', icon: Clock },
  active: { tone: 'danger', icon: OctagonPause },
  turned_down: { tone: 'neutral', icon: Ban },
  reinstated: { tone: 'success', icon: CircleCheck },
};

export const SuspensionStateBadge = ({ state }: { state: SuspensionState }) => (
  <Badge {...looks[state]}>{suspensionStateNames[state]}</Badge>
);
