import type { Preferences } from '@/lib/auth/actor';

type Theme = Preferences['theme'];

const themes: { theme: Theme; label: string }[] = [
  { theme: null, label: 'System' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
];

interface ThemeChoiceProps {
  chosen: Theme;
  onChoose: (theme: Theme) => void;
}

export const ThemeChoice = ({ chosen, onChoose }: ThemeChoiceProps) => (
  <fieldset>
    <legend className="mb-1 font-medium">Theme</legend>
    <div className="flex flex-wrap gap-x-6 gap-y-1">
      {themes.map(({ theme, label }) => (
        <label key={label} className="flex min-h-6 cursor-pointer items-center gap-2 py-0.5">
          <input
            type="radio"
            name="theme"
            value={theme ?? ''}
            checked={theme === chosen}
            onChange={() => onChoose(theme)}
            className="size-5 cursor-pointer"
          />
          {label}
        </label>
      ))}
    </div>
    <p className="mt-1 text-sm text-muted">System is what this device is set to, light or dark.</p>
  </fieldset>
);
