import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';

/** Something to be copied, whole. */
const Value = ({ label, value }: { label: string; value: string }) => (
  <div className="grid gap-1">
    <p className="font-medium">{label}</p>
    <p className="flex items-start gap-2 rounded-md border border-line bg-sunken p-3">
      <code className="min-w-0 grow text-sm break-all">{value}</code>
      <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} />
    </p>
  </div>
);

/** A secret at the one moment that it can be read. */
export const ShownOnce = ({ clientId, secret }: { clientId?: string; secret: string }) => (
  <div className="grid gap-4">
    <Alert tone="warning" title="Copy the secret now">
      It is shown this once, and nobody can read it here again.
    </Alert>
    {clientId && <Value label="Client ID" value={clientId} />}
    <Value label="Secret" value={secret} />
  </div>
);
