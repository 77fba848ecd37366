import { useId } from 'react';

export type DeviceSource = 'file' | 'typed';

const sources: { value: DeviceSource; label: string }[] = [
  { value: 'file', label: 'From a file' },
  { value: 'typed', label: 'Typed in here' },
];

export function SourceChoice({ value, onChange }: { value: DeviceSource; onChange: (value: DeviceSource) => void }) {
  const id = useId();
  return (
    <fieldset>
      <legend className="sr-only">Where the devices come from</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {sources.map((source) => (
          <label key={source.value} className="flex min-h-6 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name={id}
              className="size-5 cursor-pointer"
              checked={value === source.value}
              onChange={() => onChange(source.value)}
            />
            {source.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
