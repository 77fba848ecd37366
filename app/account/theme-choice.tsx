import type { ComponentProps } from 'react';
import type { Preferences } from '@/lib/auth/actor';

const themes = [
  { value: '', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

interface ThemeChoiceProps {
  field: ComponentProps<'input'>;
  chosen: Preferences['theme'];
}

export const ThemeChoice = ({ field, chosen }: ThemeChoiceProps) => (
  <fieldset>
    <legend className="mb-1 font-medium">Theme</legend>
    <div className="flex flex-wrap gap-x-6 gap-y-1">
      {themes.map(({ value, label }) => (
        <label key={value} className="flex min-h-6 cursor-pointer items-center gap-2 py-0.5">
          <input
            {...field}
            type="radio"
            value={value}
            defaultChecked={value === (chosen ?? '')}
            className="size-5 cursor-pointer"
          />
          {label}
        </label>
      ))}
    </div>
    <p className="mt-1 text-sm text-muted">System is what this device is set to, light or dark.</p>
  </fieldset>
);
