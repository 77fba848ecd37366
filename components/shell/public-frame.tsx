import type { ReactNode } from 'react';
import { ProductMark } from './product-mark';

interface PublicFrameProps {
  home: string;
  /** At the top right: the way in, or back to one's own place. */
  action?: ReactNode;
  children: ReactNode;
}

/** What surrounds the pages that need no sign-in. */
export const PublicFrame = ({ home, action, children }: PublicFrameProps) => (
  <div className="grid min-h-dvh grid-rows-[auto_1fr]">
    <header className="flex min-h-14 items-center justify-between gap-4 border-b border-line bg-surface px-4 sm:px-8">
      <a href={home} className="flex min-h-9 items-center gap-2 rounded-md">
        <ProductMark />
        <span className="text-lg font-semibold tracking-tight">Countersign</span>
      </a>
      {action}
    </header>
    <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 sm:px-8">
      {children}
    </main>
  </div>
);
