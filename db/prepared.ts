import { type AnyColumn, sql } from 'drizzle-orm';
import { type Engine, engine, inTransaction } from './index';

interface Statement<Row> {
  execute(values: Record<string, unknown>): Promise<Row[]>;
}

/** A value given when the statement runs, put into the column's form as a literal would be. */
export const placeholder = (name: string, column: AnyColumn) => sql.param(sql.placeholder(name), column);

/**
 * A query whose text is made once: for the few that stand behind every page, where drizzle takes longer to write a query
 * than the engine to answer it. `build` leaves its values open: `placeholder(name, column)`. `name` is
 * PostgreSQL's name for the statement, so one name has one text.
 */
export function prepared<Row>(name: string, build: () => { prepare(name: string): Statement<Row> }) {
  let kept: { on: Engine; statement: Statement<Row> } | undefined;
  return (values: Record<string, unknown>): Promise<Row[]> => {
    // A kept statement belongs to the connections outside; what a transaction has written, only its own would see.
    if (inTransaction()) return build().prepare(name).execute(values);
    const on = engine();
    if (kept?.on !== on) kept = { on, statement: build().prepare(name) };
    return kept.statement.execute(values);
  };
}
