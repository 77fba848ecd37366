import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';

interface TimeZoneFieldProps {
  field: ComponentProps<'select'>;
  zones: readonly string[];
  chosen: string | null;
  onChoose: (zone: string | null) => void;
  error?: string | undefined;
}

/** "America/New_York" is "New York" under America. */
const placeOf = (zone: string) => zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
const areaOf = (zone: string) => (zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Others');

/** Time zones by the part of the world they are in, and that of the device at hand where it is another. */
export function TimeZoneField({ field, zones, chosen, onChoose, error }: TimeZoneFieldProps) {
  const ready = useHydrated();
  const device = ready ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
  // Browsers do not agree on the names of some.
  const all = [...new Set([...zones, ...(chosen ? [chosen] : []), ...(device === 'UTC' ? [] : [device])])].sort();
  const areas = [...new Set(all.map(areaOf))];
  const differs = ready && device !== (chosen ?? 'UTC');
  return (
    <div className="grid justify-items-start gap-2 *:w-full">
      <Field label="Time zone" error={error}>
        {(props) => (
          <Select {...props} {...field}>
            <option value="">UTC</option>
            {areas.map((area) => (
              <optgroup key={area} label={area}>
                {all
                  .filter((zone) => areaOf(zone) === area)
                  .map((zone) => (
                    <option key={zone} value={zone}>
                      {placeOf(zone)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      {differs && (
        <Button
          type="button"
          variant="secondary"
          size="sm"
          className="w-auto!"
          onClick={() => onChoose(device === 'UTC' ? null : device)}
        >
          Use this device’s time zone: {device.replaceAll('_', ' ')}
        </Button>
      )}
    </div>
  );
}
