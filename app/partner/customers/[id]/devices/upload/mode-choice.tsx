import { type ComponentProps, useId } from 'react';

const modes = [
  {
    value: 'keep_good',
    label: 'Register the rows without faults',
    description: 'Rejected rows can be downloaded, corrected and uploaded again.',
  },
  {
    value: 'all_or_nothing',
    label: 'Register all rows or none',
    description: 'One rejected row, and nothing is registered.',
  },
];

export function ModeChoice({ field }: { field: ComponentProps<'input'> }) {
  const id = useId();
  return (
    <fieldset className="grid content-start gap-2">
      <legend className="mb-1 font-medium">When rows have faults</legend>
      {modes.map(({ value, label, description }) => (
        <div key={value} className="grid grid-cols-[1.25rem_1fr] gap-x-3">
          <input
            {...field}
            type="radio"
            value={value}
            id={`${id}-${value}`}
            aria-describedby={`${id}-${value}-description`}
            className="m-0.5 size-5 cursor-pointer justify-self-center"
          />
          <label htmlFor={`${id}-${value}`} className="min-h-6 cursor-pointer py-0.5">
            {label}
          </label>
          <p id={`${id}-${value}-description`} className="col-start-2 text-sm text-muted">
            {description}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
