import { z } from 'zod';
import { vettedName } from '@/lib/consent/vetted-name';
import { isCountry } from './countries';

/** What every organization is set up with, whoever sets it up. */
export const organizationInput = z.object({
  organization: vettedName,
  country: z.string('Choose a country.').refine(isCountry, 'Choose a country.'),
});
