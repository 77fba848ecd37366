import type { ReactNode } from 'react';

interface Column<Row> {
  key: string;
  header: string;
  align?: 'left' | 'right';
  sortKey?: string;
  cell: (row: Row) => ReactNode;
}

interface Sort {
  key: string;
  descending: boolean;
}

interface DataTableProps<Row> {
  /** Read by screen readers before the table; not shown. */
  caption: string;
  /** The first one is the row's header. */
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  sortHref?: (key: string) => string;
  empty: ReactNode;
}

/** A table that a narrow container turns into cards: one row each, every cell under its column's name. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, sortHref, empty }: DataTableProps<Row>) {
  if (rows.length === 0) return empty;
  return (
    <div className="data-table">
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead data-sortable={columns.some((column) => column.sortKey && sortHref) || undefined}>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} sortHref={sortHref} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, header, align, cell }, position) =>
                position === 0 ? (
                  <th key={key} scope="row" data-align={align}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} data-label={header} data-align={align}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  sortHref: ((key: string) => string) | undefined;
}

function HeaderCell<Row>({ column: { header, align, sortKey }, sort, sortHref }: HeaderCellProps<Row>) {
  if (!sortKey || !sortHref) {
    return (
      <th scope="col" data-align={align}>
        {header}
      </th>
    );
  }
  const sorted = sort?.key === sortKey ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" data-align={align} aria-sort={sorted}>
      <a href={sortHref(sortKey)}>{header}</a>
    </th>
  );
}
