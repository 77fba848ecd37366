'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useFormats } from '#formats';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextInput } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { limits } from '@/lib/devices/limits';
import { uploadChoices } from '@/lib/devices/receive-input';
import { paths } from '@/lib/paths';
import { type Choices, ForAllFields } from './for-all-fields';
import { ModeChoice } from './mode-choice';
import { PreviewPanel } from './preview-panel';
import type { RememberedMapping } from './preview-worker';
import { ProfileChoice, type ProfileOffer } from './profile-choice';
import { registerLabel } from './register-label';
import { sendFile } from './send-file';
import { SendingProgress } from './sending-progress';
import { SourceChoice } from './source-choice';
import type { KnownDevice } from './typed-file';
import { useDeviceSource } from './use-device-source';
import { usePreview } from './use-preview';

/** The key of the last attempt and what it stood for: the same file with the same choices is the same upload. */
interface Attempt {
  file: File;
  choices: string;
  key: string;
}

interface UploadFormProps {
  customerId: string;
  defaultBatch: string;
  batches: string[];
  remembered: RememberedMapping[];
  /** What is typed in beforehand. */
  known: KnownDevice | null;
  /** Profiles to apply; null where there is nothing to choose, or for who may not. */
  profiles: ProfileOffer | null;
  /** Stands beside the field for the file. */
  rules: ReactNode;
}

export function UploadForm({ customerId, defaultBatch, batches, remembered, known, profiles, rules }: UploadFormProps) {
  const formats = useFormats();
  const router = useRouter();
  const ready = useHydrated();
  const listId = useId();
  const source = useDeviceSource(known);
  const { file } = source;
  const preview = usePreview(file, customerId, remembered);
  const { phase, meaning, message } = preview.state;
  // Once a file is chosen, the screen belongs to what is in it.
  const ruled = source.kind === 'file' && !file;
  const [sending, setSending] = useState<{ bytes: number; of: number } | null>(null);
  const [missed, setMissed] = useState(false);
  const attempt = useRef<Attempt | null>(null);
  const preselected = profiles ? { profile: profiles.defaultId ?? 'none' } : {};
  const { register, handleSubmit, setError, formState, watch } = useForm<
    Choices,
    unknown,
    z.output<typeof uploadChoices>
  >({
    resolver: zodResolver(uploadChoices),
    defaultValues: { batch: defaultBatch, mode: 'keep_good', groupTag: '', orderNumber: '', ...preselected },
  });
  const { errors, isDirty, isSubmitSuccessful } = formState;
  useUnsavedChanges((file !== null || isDirty) && !isSubmitSuccessful);

  const submit = handleSubmit(async (choices) => {
    if (sending) return;
    const problem = source.problem();
    if (!file || problem || phase === 'asking') {
      setMissed(phase === 'asking');
      return setError('root', {});
    }
    setSending({ bytes: 0, of: file.size });
    const finished = await preview.finish();
    const choice = JSON.stringify([choices, meaning]);
    if (attempt.current?.file !== finished || attempt.current.choices !== choice) {
      attempt.current = { file: finished, choices: choice, key: crypto.randomUUID() };
    }
    const sent = await sendFile(
      { customerId, file: finished, meaning, key: attempt.current.key, ...choices },
      (bytes) => setSending({ bytes, of: finished.size }),
    );
    if (sent.ok) return router.push(paths.upload(sent.id));
    setSending(null);
    const refused = (['batch', 'groupTag', 'orderNumber', 'profile'] as const).find((name) => sent.fields[name]);
    if (refused) setError(refused, { message: sent.fields[refused] });
    else source.refuse(sent.message);
    setError('root', {});
  });

  return (
    <form noValidate onSubmit={submit} className="grid gap-6 [&_:is(input,select,button,a)]:scroll-mb-24">
      <div className={`grid items-start gap-6 ${ruled ? 'lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]' : ''}`}>
        <Card>
          <div className="grid gap-4">
            <SourceChoice value={source.kind} onChange={source.setKind} />
            {source.kind === 'file' ? (
              <FileDrop
                label="Device file"
                name="file"
                accept=".csv,.xlsx,text/csv"
                hint={`CSV up to ${limits.file / 1024 ** 3} GiB or Excel up to ${limits.workbook / 1024 ** 2} MiB; ${formats.number(limits.rows)} rows, ${limits.columns} columns.`}
                file={file}
                onFile={source.choose}
                error={source.error ?? message ?? undefined}
              />
            ) : (
              source.typedRows
            )}
          </div>
        </Card>
        {ruled && rules}
      </div>
      {file && (
        <PreviewPanel
          key={source.version}
          preview={preview}
          size={file.size}
          missed={missed}
          readOnly={source.kind === 'typed'}
        />
      )}
      <Card>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="grid content-start gap-6">
            <Field
              label="Batch name"
              hint="Groups these devices. A name you used before adds to that batch."
              error={errors.batch?.message}
            >
              {(field) => (
                <TextInput {...field} {...register('batch')} list={listId} autoComplete="off" maxLength={100} />
              )}
            </Field>
            <datalist id={listId}>
              {batches.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            {profiles && <ProfileChoice offer={profiles} field={register('profile')} error={errors.profile?.message} />}
            <ForAllFields register={register} errors={errors} />
          </div>
          <ModeChoice field={register('mode')} />
        </div>
        {sending && (
          <div className="mt-6">
            <SendingProgress {...sending} />
          </div>
        )}
      </Card>
      {/* Always at the same place while the preview above it grows. */}
      <div className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-canvas px-4 py-3 sm:-mx-8 sm:px-8">
        <Button type="submit" disabled={!ready} pending={sending !== null}>
          {registerLabel(preview.state, watch('mode') ?? 'keep_good', formats)}
        </Button>
      </div>
    </form>
  );
}
