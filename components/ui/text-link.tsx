import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link in text or a table. Nothing is fetched before it is asked for: a list of links would be a list of requests. */
export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} prefetch={false} className="link">
    {children}
  </Link>
);
