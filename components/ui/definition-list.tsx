import type { ReactNode } from 'react';

/** Facts about one thing, each under its name. */
export function DefinitionList({ items }: { items: { term: string; description: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
      {items.map(({ term, description }) => (
        <div key={term} className="grid gap-y-0.5 sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
