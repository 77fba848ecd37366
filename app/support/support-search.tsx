import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/paths';

/** The one field that finds anything. Takes as much as a hardware hash, which a search of a list does not. */
export const SupportSearch = ({ value = '' }: { value?: string }) => (
  <search>
    <form action={paths.supportSearch()} className="flex gap-2">
      <div className="relative min-w-0 grow sm:max-w-xl">
        <Icon name="search" className="pointer-events-none absolute top-2.5 left-3 text-muted" />
        <input
          key={value}
          type="search"
          name="q"
          defaultValue={value}
          aria-label="Search anything"
          placeholder="Name, domain, mail, serial number, id …"
          maxLength={8000}
          className="control pl-9!"
        />
      </div>
      <Button type="submit" variant="secondary">
        Search
      </Button>
    </form>
  </search>
);
