import { paths } from '@/lib/paths';

/** A search of the Customers page; `sort` is a column, with a minus in front for descending. */
interface Search {
  q: string;
  sort: string;
  reseller?: string | undefined;
}

/** The search as the address says it, without what need not be said. */
export const inAddress = ({ q, sort, reseller }: Search): Record<string, string | undefined> => ({
  q: q || undefined,
  sort: sort === 'company' ? undefined : sort,
  reseller,
});

/** The same list sorted by a column; a column it is sorted by already turns round. */
export const sortedBy = (search: Search, column: string): string =>
  paths.customers(inAddress({ ...search, sort: search.sort === column ? `-${column}` : column }));
