'use client';

import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { identityLimits, longestOrderNumber } from '@/lib/devices/limits';
import { newDevice, type TypedDevice } from './typed-file';

/** More than these are a file. */
const most = 10;

const cells = [
  { name: 'serial', label: 'Serial number', longest: identityLimits.serial },
  { name: 'manufacturer', label: 'Manufacturer', longest: identityLimits.manufacturer },
  { name: 'model', label: 'Model', longest: identityLimits.model },
  { name: 'productKey', label: 'Product key', longest: 20 },
  { name: 'orderNumber', label: 'Order number', longest: longestOrderNumber },
] as const;

interface TypedRowsProps {
  devices: TypedDevice[];
  onChange: (devices: TypedDevice[]) => void;
  /** A cell was left: what is typed may be looked at. */
  onSettled: () => void;
  error?: string;
}

/** One or two devices, without a file. */
export function TypedRows({ devices, onChange, onSettled, error }: TypedRowsProps) {
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        A serial number with manufacturer and model, or a product key. Manufacturer and model as the device reports
        them.
      </p>
      {devices.map((device, at) => (
        <fieldset key={device.key} className="grid gap-3 rounded-lg border border-line p-4" onBlur={onSettled}>
          <legend className="px-1 font-medium">Device {at + 1}</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            {cells.map(({ name, label, longest }) => (
              <Field key={name} label={label} error={at === 0 && name === 'serial' ? error : undefined}>
                {(field) => (
                  <TextInput
                    {...field}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter') return;
                      event.preventDefault();
                      onSettled();
                    }}
                    value={device[name]}
                    maxLength={longest}
                    autoComplete="off"
                    spellCheck={false}
                    onChange={(event) =>
                      onChange(
                        devices.map((each) => (each === device ? { ...each, [name]: event.target.value } : each)),
                      )
                    }
                  />
                )}
              </Field>
            ))}
          </div>
          {devices.length > 1 && (
            <Button
              variant="ghost"
              size="sm"
              className="justify-self-start"
              onClick={() => onChange(devices.filter((each) => each !== device))}
            >
              Remove device {at + 1}
            </Button>
          )}
        </fieldset>
      ))}
      {devices.length < most && (
        <Button variant="secondary" className="justify-self-start" onClick={() => onChange([...devices, newDevice()])}>
          Add a device
        </Button>
      )}
    </div>
  );
}
