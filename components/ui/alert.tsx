import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type Tone = 'info' | 'success' | 'warning' | 'danger';

const looks: Record<Tone, { icon: LucideIcon; box: string; ink: string }> = {
  info: { icon: Info, box: 'border-accent/30 bg-accent-soft', ink: 'text-accent' },
  success: { icon: CircleCheck, box: 'border-success/30 bg-success-soft', ink: 'text-success' },
  warning: { icon: TriangleAlert, box: 'border-warning/30 bg-warning-soft', ink: 'text-warning' },
  danger: { icon: CircleAlert, box: 'border-danger/30 bg-danger-soft', ink: 'text-danger' },
};

/** A message about the whole form or page. Announced when it appears; a failure interrupts, the rest waits its turn. */
export function Alert({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  const { icon: Icon, box, ink } = looks[tone];
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={`flex gap-3 rounded-md border p-3 ${box}`}>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
