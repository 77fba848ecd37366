import type { ReactNode } from 'react';

/** A link in text or a table; see `soft-navigation.tsx` for why it is no more than that. */
export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} className="link">
    {children}
  </a>
);
