import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from './qr-code';

/** The secret in groups of four, for who types it. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** How to set up an authenticator app: by its camera or by hand. */
export const AppSetup = ({ uri, secret, email }: { uri: string; secret: string; email: string }) => (
  <ol className="ml-5 grid list-decimal gap-4">
    <li>
      Open an authenticator app on your phone, such as Microsoft Authenticator or Google Authenticator, or a password
      manager that makes codes.
    </li>
    <li>
      <div className="grid gap-3">
        <p>Scan this code with it.</p>
        <QrCode text={uri} label={`QR code that sets up an authenticator app for ${email}`} />
        <details>
          <summary className="cursor-pointer font-medium">I cannot scan it</summary>
          <div className="mt-2 grid gap-1">
            <p>Choose to enter a key in the app, and enter this one. It is time-based.</p>
            <p className="flex items-start gap-2 rounded-md border border-line bg-sunken p-3">
              <code className="min-w-0 grow text-sm">{grouped(secret)}</code>
              <CopyButton value={secret} label="Copy key" />
            </p>
          </div>
        </details>
      </div>
    </li>
    <li>Enter the six digits that the app shows then.</li>
  </ol>
);
