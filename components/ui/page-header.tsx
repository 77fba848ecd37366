import type { ReactNode } from 'react';
import { Icon } from './icon';
import { TextLink } from './text-link';

interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  breadcrumb?: { label: string; href?: string }[];
  /** The page's one main action. */
  action?: ReactNode;
}

/** The top of a page, with its one h1. */
export function PageHeader({ title, description, breadcrumb = [], action }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumb.length > 0 && (
        <nav aria-label="Breadcrumb" className="mb-1 print:hidden">
          <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
            {breadcrumb.map(({ label, href }) => (
              <li key={label} className="flex min-h-6 items-center gap-1">
                {href ? <TextLink href={href}>{label}</TextLink> : label}
                <Icon name="next" />
              </li>
            ))}
            <li aria-current="page" className="wrap-anywhere">
              {title}
            </li>
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <h1 className="text-2xl tracking-tight wrap-anywhere">{title}</h1>
          {description && <div className="max-w-2xl text-muted wrap-anywhere">{description}</div>}
        </div>
        {action && <div className="flex flex-wrap gap-2 print:hidden">{action}</div>}
      </div>
    </header>
  );
}
