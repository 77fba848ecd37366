/** Two device files as a partner's tools would write them: 38 laptops that are all fine, and 24 rows of which two are not. */
const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model,Group Tag';

const makes = [
  ['Fourth Coffee Computing', 'Ristretto 2'],
  ['Fourth Coffee Computing', 'Lungo 14'],
  ['Wide World Hardware', 'Meridian X'],
  ['Wide World Hardware', 'Equator Mini'],
] as const;

function row(serial: string, productKey: string, at: number, groupTag: string): string {
  const [manufacturer, model] = makes[at % makes.length] ?? makes[0];
  return [serial, productKey, '', manufacturer, model, groupTag].join(',');
}

const office = Array.from({ length: 38 }, (_, at) =>
  row(`TS-24${String(731 + at * 17).padStart(5, '0')}`, '', at, 'LEEDS'),
);
const field = Array.from({ length: 22 }, (_, at) =>
  row(`TS-26${String(112 + at * 29).padStart(5, '0')}`, String(3_305_117_400_000 + at * 7919), at, 'FIELD'),
);
const damaged = [',1.23457E+12,,,,FIELD', ',,,Wide World Hardware,Meridian X,FIELD'];

export const demoFiles = [
  { batch: 'Leeds office', fileName: 'leeds-office.csv', rows: office },
  { batch: 'Field engineers', fileName: 'field-engineers.csv', rows: [...field, ...damaged] },
].map(({ rows, ...file }) => ({ ...file, content: `${[header, ...rows].join('\r\n')}\r\n` }));
