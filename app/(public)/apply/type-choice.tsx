import { CircleAlert } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { partnerTypeChoices } from '@/lib/applications/partner-type-choices';
import { partnerTypeNames } from '@/lib/partners/names';

/** What somebody who applies is, each explained. */
export function TypeChoice({ field, error }: { field: ComponentProps<'input'>; error: string | undefined }) {
  const id = useId();
  return (
    <fieldset className="grid content-start gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium">Partner type</legend>
      {partnerTypeChoices.map(({ type, means }) => (
        <div key={type} className="grid grid-cols-[1.25rem_1fr] gap-x-3">
          <input
            {...field}
            type="radio"
            value={type}
            id={`${id}-${type}`}
            aria-describedby={`${id}-${type}-means`}
            className="m-0.5 size-5 cursor-pointer justify-self-center"
          />
          <label htmlFor={`${id}-${type}`} className="min-h-6 cursor-pointer py-0.5">
            {partnerTypeNames[type]}
          </label>
          <p id={`${id}-${type}-means`} className="col-start-2 text-sm text-muted">
            {means}
          </p>
        </div>
      ))}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-sm font-medium text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
