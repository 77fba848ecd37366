import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/**
 * Checks a form by a schema that is loaded when the form is sent first: zod and a schema are a third of what a page with a form
 * would have to load before it is there. Where they cannot be loaded the form is sent as it is, and its command still checks.
 */
export function lateResolver<Typed extends FieldValues, Checked>(
  load: () => Promise<z.ZodType<Checked, Typed>>,
): Resolver<Typed, unknown, Checked> {
  return async (values, context, options) => {
    try {
      const [{ zodResolver }, schema] = await Promise.all([import('@hookform/resolvers/zod'), load()]);
      return await zodResolver(schema)(values, context, options);
    } catch {
      return { values: values as unknown as Checked, errors: {} };
    }
  };
}
