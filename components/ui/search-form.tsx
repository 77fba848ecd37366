import type { ReactNode } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';

interface SearchFormProps {
  label: string;
  name?: string;
  value: string;
  action: string;
  /** Kept in the address beside the search: the sort order, for example. */
  hidden?: Record<string, string>;
  /** More to choose by: a select, for example. */
  children?: ReactNode;
}

/** Searching is following a link: a plain GET form, so that the result can be shared and the back button works. */
export function SearchForm({ label, name = 'q', value, action, hidden = {}, children }: SearchFormProps) {
  return (
    <search className="min-w-0 grow">
      <form action={action} className={`flex w-full gap-2 ${children ? 'flex-wrap' : 'max-w-md'}`}>
        {Object.entries(hidden).map(([key, given]) => (
          <input key={key} type="hidden" name={key} value={given} />
        ))}
        {children}
        <div className={`relative min-w-0 grow ${children ? 'sm:max-w-80' : ''}`}>
          <Icon name="search" className="pointer-events-none absolute top-2.5 left-3 text-muted" />
          <input
            key={value}
            type="search"
            name={name}
            defaultValue={value}
            aria-label={label}
            placeholder={label}
            maxLength={200}
            className="control pl-9!"
          />
        </div>
        <button type="submit" className={buttonClass({ variant: 'secondary' })}>
          Search
        </button>
      </form>
    </search>
  );
}
