'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { limits } from '@/lib/devices/limits';
import { uploadChoices } from '@/lib/devices/receive-input';
import { paths } from '@/lib/paths';
import { ModeChoice } from './mode-choice';
import { sendFile } from './send-file';
import { SendingProgress } from './sending-progress';

type Choices = z.input<typeof uploadChoices>;

/** The key of the last attempt and what it stood for: the same file with the same choices is the same upload. */
interface Attempt {
  file: File;
  choices: string;
  key: string;
}

export function UploadForm({ customerId, defaultBatch }: { customerId: string; defaultBatch: string }) {
  const router = useRouter();
  const ready = useHydrated();
  const [file, setFile] = useState<File | null>(null);
  const [fileError, setFileError] = useState<string>();
  const [sentBytes, setSentBytes] = useState<number | null>(null);
  const attempt = useRef<Attempt | null>(null);
  const { register, handleSubmit, setError, formState } = useForm<Choices, unknown, z.output<typeof uploadChoices>>({
    resolver: zodResolver(uploadChoices),
    defaultValues: { batch: defaultBatch, mode: 'keep_good' },
  });
  const { errors, isDirty, isSubmitSuccessful } = formState;
  const sending = sentBytes !== null;
  useUnsavedChanges((file !== null || isDirty) && !isSubmitSuccessful);

  const choose = (chosen: File | null) => {
    setFile(chosen);
    setFileError(undefined);
  };

  const submit = handleSubmit(async (choices) => {
    if (sending) return;
    const problem = fileProblem(file);
    setFileError(problem);
    if (!file || problem) return setError('root', {});
    const known = JSON.stringify(choices);
    if (attempt.current?.file !== file || attempt.current.choices !== known) {
      attempt.current = { file, choices: known, key: crypto.randomUUID() };
    }
    setSentBytes(0);
    const sent = await sendFile({ customerId, file, key: attempt.current.key, ...choices }, setSentBytes);
    if (sent.ok) return router.push(paths.upload(sent.id));
    setSentBytes(null);
    if (sent.fields.batch) setError('batch', { message: sent.fields.batch });
    else setFileError(sent.message);
    setError('root', {});
  });

  return (
    <form noValidate onSubmit={submit} className="grid gap-6">
      <FileDrop
        label="Device file"
        name="file"
        accept=".csv,text/csv"
        hint={`CSV, up to ${limits.rows.toLocaleString('en')} rows, ${limits.columns} columns and ${limits.file / 1024 ** 3} GiB.`}
        file={file}
        onFile={choose}
        error={fileError}
      />
      <Field
        label="Batch name"
        hint="Groups these devices. A name you used before adds to that batch."
        error={errors.batch?.message}
      >
        {(field) => <TextInput {...field} {...register('batch')} autoComplete="off" maxLength={100} />}
      </Field>
      <ModeChoice field={register('mode')} />
      {sending && file && <SendingProgress bytes={sentBytes} of={file.size} />}
      <div>
        <Button type="submit" disabled={!ready} pending={sending}>
          Register devices
        </Button>
      </div>
    </form>
  );
}

function fileProblem(file: File | null): string | undefined {
  if (!file) return 'Choose a device file first.';
  if (file.size === 0) return 'The file is empty. Choose a device list.';
  if (file.size > limits.file) return 'The file is larger than 2 GiB. Split it and upload the parts.';
  return undefined;
}
