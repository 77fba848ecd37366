import { Progress } from '@/components/ui/progress';

const size = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const megabytes = (bytes: number) => `${size.format(bytes / 1e6)} MB`;

/** Bytes that have left the browser; after the last one the server still looks at the whole file. */
export function SendingProgress({ bytes, of }: { bytes: number; of: number }) {
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
