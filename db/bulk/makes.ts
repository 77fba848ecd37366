import { inArray, max } from 'drizzle-orm';
import { db } from '..';
import { makes } from '../schema';

interface Make {
  manufacturer: string;
  model: string;
}

/** A device of any make. */
export const anyMake = 0;

const nameOf = ({ manufacturer, model }: Make) => `${manufacturer}\u0000${model}`;
const isAny = ({ manufacturer, model }: Make) => manufacturer === '' && model === '';

/** Manufacturers asked for in one statement. */
const atOnce = 500;

/**
 * The number of every make among the devices, given to it now where it has none. Called under the lock of registrations, so
 * that no number is given twice; inside the open transaction, so that none is known before it is kept.
 */
export async function numberMakes(devices: Make[]): Promise<(make: Make) => number> {
  const wanted = new Map(devices.filter((device) => !isAny(device)).map((device) => [nameOf(device), device]));
  const numbers = new Map<string, number>();
  const manufacturers = [...new Set([...wanted.values()].map(({ manufacturer }) => manufacturer))];
  for (let from = 0; from < manufacturers.length; from += atOnce) {
    const some = manufacturers.slice(from, from + atOnce);
    const known = await db.select().from(makes).where(inArray(makes.manufacturer, some));
    for (const make of known) numbers.set(nameOf(make), make.number);
  }
  const unknown = [...wanted].filter(([name]) => !numbers.has(name));
  if (unknown.length > 0) {
    const [highest] = await db.select({ number: max(makes.number) }).from(makes);
    let number = highest?.number ?? anyMake;
    const rows = unknown.map(([name, { manufacturer, model }]) => {
      numbers.set(name, ++number);
      return { number, manufacturer, model };
    });
    for (let from = 0; from < rows.length; from += atOnce)
      await db.insert(makes).values(rows.slice(from, from + atOnce));
  }
  return (make) => (isAny(make) ? anyMake : (numbers.get(nameOf(make)) as number));
}
