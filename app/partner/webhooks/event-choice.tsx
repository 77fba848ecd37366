import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { type Subscription, subscribable, subscriptions } from '@/lib/webhooks/events';

interface EventChoiceProps {
  /** Of a form that has its own state. */
  register?: UseFormRegisterReturn;
  chosen?: readonly Subscription[];
  error?: string | undefined;
}

/** What is to be sent: a box for each event, with what it tells. */
export const EventChoice = ({ register, chosen, error }: EventChoiceProps) => (
  <fieldset className="grid gap-3">
    <legend className="mb-2 font-medium">Events</legend>
    {subscriptions.map((event) => (
      <Checkbox
        key={event}
        name="events"
        {...register}
        value={event}
        defaultChecked={chosen?.includes(event)}
        label={event}
        description={subscribable[event]}
      />
    ))}
    {error && (
      <p role="alert" className="text-sm font-medium text-danger">
        {error}
      </p>
    )}
  </fieldset>
);
