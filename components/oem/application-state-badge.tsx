import { Ban, CircleCheck, Clock, Eye, type LucideIcon, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { type ApplicationState, applicationStateNames } from '@/lib/oem/application-state';

const looks: Record<ApplicationState, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon }> = {
  asked: { tone: 'warning', icon: Clock },
  in_review: { tone: 'info', icon: Eye },
  issued: { tone: 'success', icon: CircleCheck },
  refused: { tone: 'danger', icon: Ban },
  withdrawn: { tone: 'neutral', icon: Undo2 },
};

export const ApplicationStateBadge = ({ state }: { state: ApplicationState }) => (
  <Badge {...looks[state]}>{applicationStateNames[state]}</Badge>
);
