import type { ReactNode } from 'react';

interface NoticeProps {
  /** The page's h1: what happened. */
  title: string;
  /** What to do. */
  children: ReactNode;
  action?: ReactNode;
}

/** A page that has only something to say: not found, no permission, broken. */
export const Notice = ({ title, children, action }: NoticeProps) => (
  <div className="mx-auto grid max-w-lg gap-3 py-12 sm:py-20">
    <h1 className="text-2xl tracking-tight">{title}</h1>
    <div className="grid gap-2 text-lg wrap-anywhere text-muted">{children}</div>
    {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
  </div>
);
