import { z } from 'zod';
import { type Subscription, subscriptions } from './events';

/** What is said about an endpoint; shared by the form, the commands and the API. Which URLs are allowed, the command says. */
export const endpointInput = z.object({
  url: z.string().trim().min(1, 'Type the URL that events are to be sent to.'),
  events: z
    .array(z.enum(subscriptions))
    .min(1, 'Choose at least one event.')
    .transform((chosen): Subscription[] => subscriptions.filter((event) => chosen.includes(event))),
});
