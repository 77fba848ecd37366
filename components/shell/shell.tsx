import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';
import { NavLink } from './nav-link';
import { ProductMark } from './product-mark';

export interface NavItem {
  label: string;
  href: string;
  icon: IconName;
  within?: string[];
}

interface ShellProps {
  place: string;
  /** At most nine. */
  items: NavItem[];
  /** Other places where this person has business. */
  elsewhere: { name: string; href: string }[];
  person: string;
  organization: string;
  /** The person's own page. */
  account: string;
  /** Beside the person: the bell. */
  tools: ReactNode;
  signOut: (form: FormData) => Promise<void>;
  children: ReactNode;
}

const navigation = 'navigation';

/** What surrounds every signed-in page. On phones the side navigation is the same element, shown as a popover. */
export function Shell({
  place,
  items,
  elsewhere,
  person,
  organization,
  account,
  tools,
  signOut,
  children,
}: ShellProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] md:grid-cols-[14rem_minmax(0,1fr)] print:block!">
      <header className="col-span-full flex min-h-14 items-center gap-2 border-b border-line bg-surface px-3 sm:px-4 print:hidden!">
        <button
          type="button"
          popoverTarget={navigation}
          aria-label="Menu"
          className="grid size-9 place-items-center rounded-md hover:bg-sunken md:hidden"
        >
          <Icon name="menu" className="size-5!" />
        </button>
        <ProductMark />
        <p className="flex items-baseline gap-2 text-lg">
          <span className="hidden font-semibold tracking-tight sm:inline">Countersign</span>
          <span className="font-medium sm:border-l sm:border-line sm:pl-2 sm:font-normal sm:text-muted">{place}</span>
        </p>
        <a
          href={account}
          title="Your account"
          className="ml-auto hidden max-w-[40%] rounded-md px-2 text-right text-sm hover:bg-sunken sm:block"
        >
          <span className="block truncate font-medium">{organization}</span>
          <span className="block truncate text-muted">{person}</span>
        </a>
        <div className="ml-auto flex items-center gap-2 sm:ml-2">
          {tools}
          <form action={signOut}>
            <Button type="submit" variant="secondary" size="sm">
              <Icon name="leave" />
              Sign out
            </Button>
          </form>
        </div>
      </header>
      <nav
        id={navigation}
        popover="auto"
        aria-label="Main"
        className={
          'inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-72 border-r border-line bg-surface p-3 text-ink shadow-lg ' +
          'backdrop:bg-scrim md:static md:block md:h-auto md:w-auto md:overflow-visible md:bg-canvas md:shadow-none print:hidden!'
        }
      >
        <ul className="grid gap-1 md:sticky md:top-3">
          {items.map(({ label, href, icon, within }) => (
            <li key={href}>
              <NavLink href={href} within={within} popover={navigation}>
                <Icon name={icon} />
                {label}
              </NavLink>
            </li>
          ))}
          {elsewhere.map(({ name, href }) => (
            <li key={href} className="mt-2 border-t border-line pt-2">
              <NavLink href={href} popover={navigation}>
                <Icon name="switch" />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
        <a
          href={account}
          className="mt-4 block rounded-md border-t border-line px-3 py-4 text-sm hover:bg-sunken sm:hidden"
        >
          <span className="block font-medium">{organization}</span>
          <span className="block text-muted">{person}</span>
          <span className="mt-1 block text-accent">Your account</span>
        </a>
      </nav>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 sm:px-8 print:p-0!">
        <div className="mx-auto max-w-6xl">{children}</div>
      </main>
    </div>
  );
}
