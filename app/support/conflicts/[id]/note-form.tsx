'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import { noteWords } from '@/lib/conflicts/decide-input';
import { note } from '../actions';

export function NoteForm({ id }: { id: string }) {
  const router = useRouter();
  const { register, handleSubmit, setError, formState, reset } = useForm({
    resolver: zodResolver(noteWords),
    defaultValues: { note: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (words) => {
    const result = await note(id, words.note);
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
