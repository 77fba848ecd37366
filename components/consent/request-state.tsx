import { Ban, CircleCheck, CircleX, Clock, type LucideIcon, MailOpen, Pencil, RefreshCw, Send } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { requestStateNames } from '@/lib/consent/names';
import type { RequestState as State } from '@/lib/consent/state';

const looks: Record<State, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon }> = {
  draft: { tone: 'neutral', icon: Pencil },
  sent: { tone: 'info', icon: Send },
  opened: { tone: 'info', icon: MailOpen },
  accepted: { tone: 'success', icon: CircleCheck },
  declined: { tone: 'danger', icon: CircleX },
  canceled: { tone: 'neutral', icon: Ban },
  expired: { tone: 'warning', icon: Clock },
  superseded: { tone: 'neutral', icon: RefreshCw },
};

export const RequestState = ({ state }: { state: State }) => (
  <Badge {...looks[state]}>{requestStateNames[state]}</Badge>
);
