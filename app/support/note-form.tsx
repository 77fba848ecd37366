'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { ActionFailure } from '@/app/act';
import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import { noteWords } from '@/lib/conflicts/decide-input';

/** The action, already bound to what the note is about. */
export type WriteNote = (words: string) => Promise<{ ok: true } | ActionFailure>;

export function NoteForm({ write }: { write: WriteNote }) {
  const router = useRouter();
  const { register, handleSubmit, setError, formState, reset } = useForm({
    resolver: zodResolver(noteWords),
    defaultValues: { note: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (words) => {
    const result = await write(words.note);
    if (!result.ok) return setError('note', { message: result.message });
    reset();
    router.refresh();
  });
  return (
    <form noValidate onSubmit={submit} className="grid justify-items-start gap-3">
      <div className="w-full max-w-xl">
        <Field label="Note" hint="Only support reads it. At most 1,000 characters." error={errors.note?.message}>
          {(field) => <TextArea {...field} {...register('note')} autoComplete="off" />}
        </Field>
      </div>
      <Button type="submit" variant="secondary" size="sm" pending={isSubmitting}>
        Add note
      </Button>
    </form>
  );
}
