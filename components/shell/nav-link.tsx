'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface NavLinkProps {
  href: string;
  /** Addresses below these belong to the item too; the item's own address counts alone when none is given. */
  within?: string[];
  /** On phones the navigation is a popover with this id; following a link closes it. */
  popover: string;
  children: ReactNode;
}

/** An item of the side navigation, which knows whether it is where the person is. */
export function NavLink({ href, within = [], popover, children }: NavLinkProps) {
  const here = usePathname();
  const exact = here === href;
  const current = exact || within.some((path) => here === path || here.startsWith(`${path}/`));
  return (
    <a
      href={href}
      aria-current={exact ? 'page' : current ? 'true' : undefined}
      onClick={() => document.getElementById(popover)?.hidePopover()}
      className={
        'flex min-h-9 items-center gap-3 rounded-md px-3 ' +
        (current ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken hover:text-ink')
      }
    >
      {children}
    </a>
  );
}
