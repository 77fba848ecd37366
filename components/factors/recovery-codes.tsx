import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

/** Recovery codes at the one moment that they can be read. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const text = codes.join('\n');
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title="Keep these codes now">
        They are shown this once. Each lets you in once, with your password, when you do not have your second factor at
        hand. Keep them where nobody else finds them, and not on the same device.
      </Alert>
      <ul
        aria-label="Recovery codes"
        className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-sunken p-4 text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>
            <code className="whitespace-nowrap">{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <CopyButton value={text} label="Copy codes" labelled />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`Recovery codes of Countersign\n\n${text}\n`)}`}
          download="countersign-recovery-codes.txt"
          className={buttonClass({ variant: 'secondary' })}
        >
          Download codes
        </a>
      </div>
    </div>
  );
}
