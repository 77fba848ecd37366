import { useFormats } from '#formats';
import { Progress } from '@/components/ui/progress';

/** Bytes that have left the browser; after the last one the server still looks at the whole file. */
export function SendingProgress({ bytes, of }: { bytes: number; of: number }) {
  const { decimal } = useFormats();
  const megabytes = (some: number) => `${decimal(some / 1e6)} MB`;
  const whole = bytes >= of;
  return (
    <div className="grid gap-1">
      <Progress label="Sending the file" value={whole ? undefined : bytes} max={of} />
      <p role="status" className="text-sm text-muted tabular-nums">
        {whole ? 'Sent. Checking the file…' : `Sending: ${megabytes(bytes)} of ${megabytes(of)}`}
      </p>
    </div>
  );
}
