import { inArray, max } from 'drizzle-orm';
import { db } from '..';
import { makes } from '../schema';

interface Make {
  manufacturer: string;
  model: string;
}

/** A device of any make. */
export const anyMake = 0;

/** Rows named in one statement. */
const atOnce = 500;

/** A number for each model of each manufacturer: a map of maps, since making one key of both costs more than looking twice. */
class MakeNumbers {
  private readonly byManufacturer = new Map<string, Map<string, number>>();

  get({ manufacturer, model }: Make): number | undefined {
    return this.byManufacturer.get(manufacturer)?.get(model);
  }

  set({ manufacturer, model }: Make, number: number): void {
    const models = this.byManufacturer.get(manufacturer);
    if (models) models.set(model, number);
    else this.byManufacturer.set(manufacturer, new Map([[model, number]]));
  }
}

/** Each make of the devices once. */
function makesOf(devices: Make[]): Make[] {
  const seen = new MakeNumbers();
  return devices.filter((device) => {
    if (seen.get(device) !== undefined || (device.manufacturer === '' && device.model === '')) return false;
    seen.set(device, 1);
    return true;
  });
}

/**
 * The number of every make among the devices, given to it now where it has none. Called under the lock of registrations, so
 * that no number is given twice; inside the open transaction, so that none is known before it is kept.
 */
export async function numberMakes(devices: Make[]): Promise<(make: Make) => number> {
  const numbers = new MakeNumbers();
  const wanted = makesOf(devices);
  const manufacturers = [...new Set(wanted.map(({ manufacturer }) => manufacturer))];
  for (let from = 0; from < manufacturers.length; from += atOnce) {
    const some = manufacturers.slice(from, from + atOnce);
    const known = await db.select().from(makes).where(inArray(makes.manufacturer, some));
    for (const make of known) numbers.set(make, make.number);
  }
  const unknown = wanted.filter((make) => numbers.get(make) === undefined);
  if (unknown.length > 0) {
    const [highest] = await db.select({ number: max(makes.number) }).from(makes);
    let number = highest?.number ?? anyMake;
    const rows = unknown.map(({ manufacturer, model }) => {
      const make = { number: ++number, manufacturer, model };
      numbers.set(make, make.number);
      return make;
    });
    for (let from = 0; from < rows.length; from += atOnce) {
      await db.insert(makes).values(rows.slice(from, from + atOnce));
    }
  }
  return (make) => numbers.get(make) ?? anyMake;
}
