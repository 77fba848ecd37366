// What the bench found, line by line: what was measured, ours, theirs, the ratio, and what we aim at.
const header = ['', 'Countersign', 'bare', 'ratio', 'aim'];
const lines = [];

export const number = (value) => Math.round(value).toLocaleString('en');

export function note(what, { ours, bare = '', ratio, aim = '' }) {
  lines.push([what, ours, bare, ratio === undefined ? '' : ratio.toFixed(2), aim]);
}

/** Two amounts of one unit, and how they compare. */
export const compare = (what, ours, bare, unit, aim) =>
  note(what, { ours: `${number(ours)} ${unit}`, bare: `${number(bare)} ${unit}`, ratio: ours / bare, aim });

export function printTable() {
  const all = [header, ...lines];
  const widths = header.map((_, i) => Math.max(...all.map((line) => line[i].length)));
  for (const line of all) console.log(line.map((cell, i) => cell.padEnd(widths[i])).join('  '));
}
