'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { identityLimits } from '@/lib/devices/limits';
import type { repairForm } from '@/lib/devices/repair-input';
import { paths } from '@/lib/paths';
import { repair } from './actions';
import { HashFile } from './hash-file';
import { problemOf } from './problem-of';

type Typed = z.input<typeof repairForm>;
type Read = z.output<typeof repairForm>;

const cells = [
  { name: 'serial', label: 'Serial number', longest: identityLimits.serial },
  { name: 'productKey', label: 'Product key', longest: 20 },
  { name: 'manufacturer', label: 'Manufacturer', longest: identityLimits.manufacturer },
  { name: 'model', label: 'Model', longest: identityLimits.model },
] as const;

/** The rules of a row come after the page. Without them the command still checks. */
const resolver: Resolver<Typed, unknown, Read> = async (values, ...given) => {
  try {
    return await (await import('./repair-resolver')).repairResolver(values, ...given);
  } catch {
    return { values: values as Read, errors: {} };
  }
};

interface RepairFormProps {
  customerId: string;
  deviceId: string;
  /** What the device is known by now. */
  first: Omit<Typed, 'hash' | 'reason'>;
}

/** Everything the device is known by from now on; what did not change stays as it is filled in. */
export function RepairForm({ customerId, deviceId, first }: RepairFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const { register, handleSubmit, setError, setValue, formState } = useForm<Typed, unknown, Read>({
    resolver,
    defaultValues: { ...first, hash: '', reason: '' },
  });
  const { errors, isDirty, isSubmitting, isSubmitSuccessful } = formState;
  useUnsavedChanges(isDirty && !isSubmitSuccessful);
  useEffect(() => {
    import('./repair-resolver').catch(() => undefined);
  }, []);
  const submit = handleSubmit(async (read) => {
    const answer = await repair({ customerId, deviceId, ...read });
    if (answer.ok) return router.push(paths.device(deviceId));
    const { field, message } = problemOf(answer);
    setError(field, { message }, { shouldFocus: true });
  });
  return (
    <Card title="The device from now on">
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        <HashFile
          onRead={(device) => {
            for (const [name, value] of Object.entries(device)) {
              if (value) setValue(name as keyof typeof device, value, { shouldDirty: true, shouldValidate: true });
            }
          }}
        />
        <div className="grid items-start gap-5 sm:grid-cols-2">
          {cells.map(({ name, label, longest }) => (
            <Field key={name} label={label} error={errors[name]?.message}>
              {(field) => (
                <TextInput {...field} {...register(name)} maxLength={longest} autoComplete="off" spellCheck={false} />
              )}
            </Field>
          ))}
        </div>
        <Field
          label="Hardware hash"
          hint="Of the device as it is now. Without one it is registered without a hash, because the old one describes what was replaced."
          optional
          error={errors.hash?.message}
        >
          {(field) => (
            <TextArea
              {...field}
              {...register('hash')}
              autoComplete="off"
              spellCheck={false}
              className="font-mono text-sm break-all"
            />
          )}
        </Field>
        <Field label="Reason" hint="Stands in the device’s history." error={errors.reason?.message}>
          {(field) => <TextInput {...field} {...register('reason')} maxLength={300} autoComplete="off" required />}
        </Field>
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <Button type="submit" disabled={!ready} pending={isSubmitting} className="justify-self-start">
          Replace hardware
        </Button>
      </form>
    </Card>
  );
}
