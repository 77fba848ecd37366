import type { ReactNode } from 'react';
import { useFormats } from '#formats';
import { buttonClass } from './button';
import { Icon } from './icon';

interface PaginationProps {
  /** Tells this navigation from another on the same page. */
  label?: string;
  /** Counted from 1. */
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}

/** Which rows of how many are shown, and the way to the next ones. */
export function Pagination({ page, pageSize, total, href, label = 'Pages' }: PaginationProps) {
  const { number } = useFormats();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  if (total === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
      <p className="tabular-nums">
        {total <= pageSize && page === 1
          ? `${number(total)} in total`
          : `${number(from)}–${number(to)} of ${number(total)}`}
      </p>
      {last > 1 && (
        <nav aria-label={label} className="flex items-center gap-2">
          <Step href={page > 1 ? href(page - 1) : undefined}>
            <Icon name="previous" />
            Previous
          </Step>
          <span className="tabular-nums">
            Page {number(page)} of {number(last)}
          </span>
          <Step href={page < last ? href(page + 1) : undefined}>
            Next
            <Icon name="next" />
          </Step>
        </nav>
      )}
    </div>
  );
}

function Step({ href, children }: { href: string | undefined; children: ReactNode }) {
  const look = buttonClass({ variant: 'secondary', size: 'sm' });
  if (href) {
    return (
      <a href={href} className={look}>
        {children}
      </a>
    );
  }
  return (
    <span aria-disabled className={look}>
      {children}
    </span>
  );
}
