import { Ban, CircleCheck, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { healthNames } from '@/lib/webhooks/names';
import type { Health } from '@/lib/webhooks/queries';

const looks: Record<Health, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon }> = {
  working: { tone: 'success', icon: CircleCheck },
  failing: { tone: 'warning', icon: TriangleAlert },
  disabled: { tone: 'neutral', icon: Ban },
  given_up: { tone: 'danger', icon: CircleX },
};

export const HealthBadge = ({ health }: { health: Health }) => <Badge {...looks[health]}>{healthNames[health]}</Badge>;
