import { type ComponentProps, type ReactNode, useId } from 'react';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  label: string;
  description?: ReactNode;
}

/** A native checkbox. Its accessible name is exactly `label`; the description is read after it. */
export function Checkbox({ label, description, className = '', ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={`grid grid-cols-[1.25rem_1fr] gap-x-3 ${className}`}>
      <input
        {...rest}
        type="checkbox"
        id={id}
        aria-describedby={description ? `${id}-description` : rest['aria-describedby']}
        className="m-0.5 size-5 justify-self-center"
      />
      <label htmlFor={id} className="min-h-6 cursor-pointer py-0.5 font-medium">
        {label}
      </label>
      {description && (
        <div id={`${id}-description`} className="col-start-2 text-sm text-muted">
          {description}
        </div>
      )}
    </div>
  );
}
