/** Longer ones would push the other columns out of a table. */
const longestWhole = 24;

/** A serial number or product key in a table: a number cut in two lines is misread, so it stays on one where it fits. */
export const Identifier = ({ value }: { value: string }) =>
  value.length > longestWhole ? value : <span className="whitespace-nowrap">{value}</span>;
