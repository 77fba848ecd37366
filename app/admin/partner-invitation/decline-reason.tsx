import { type ComponentProps, useEffect, useRef } from 'react';
import { Field, TextArea } from '@/components/ui/field';

interface DeclineReasonProps {
  partnerName: string;
  error?: string;
  field: ComponentProps<'textarea'>;
}

/** Room for a reason that nobody has to give: closed until it is wanted, so that declining stays as easy as accepting. */
export function DeclineReason({ partnerName, error, field }: DeclineReasonProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (error && details.current) details.current.open = true;
  }, [error]);
  return (
    <details ref={details}>
      <summary className="min-h-6 w-fit cursor-pointer text-muted hover:text-ink">Declining? You can say why</summary>
      <div className="mt-2 max-w-xl">
        <Field label="Reason" optional hint={`${partnerName} can read it with the request.`} error={error}>
          {(control) => <TextArea {...control} {...field} rows={2} autoComplete="off" />}
        </Field>
      </div>
    </details>
  );
}
