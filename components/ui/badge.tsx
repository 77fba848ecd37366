import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IconName } from './icon';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  info: 'bg-accent-soft text-accent',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
};

interface BadgeProps {
  tone: Tone;
  /** By name it costs next to nothing: for badges that stand in every row of a list. */
  icon?: LucideIcon | IconName;
  children: ReactNode;
}

/** A status in a word, with a colour and an icon; never by colour alone. */
export function Badge({ tone, icon: Drawing, children }: BadgeProps) {
  if (typeof Drawing === 'string') {
    return <span className={`badge ${tones[tone]} icon-${Drawing}`}>{children}</span>;
  }
  return (
    <span className={`badge ${tones[tone]}`}>
      {Drawing && <Drawing aria-hidden className="size-3.5" />}
      {children}
    </span>
  );
}
