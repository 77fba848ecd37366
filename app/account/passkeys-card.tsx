import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ShownFactors } from '@/lib/factors/queries';
import { paths } from '@/lib/paths';
import { AddPasskey } from './add-passkey';
import { removeOne } from './factor-actions';
import { PasswordedAction } from './passworded-action';

type Passkey = ShownFactors['passkeys'][number];

const PasskeyLine = ({ passkey, place }: { passkey: Passkey; place: string }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
    <div className="min-w-0">
      <p className="font-medium wrap-anywhere">{passkey.name}</p>
      <p className="text-sm text-muted">
        Added <RelativeTime at={passkey.createdAt} />
        {' · '}
        {passkey.lastUsedAt ? (
          <>
            used <RelativeTime at={passkey.lastUsedAt} />
          </>
        ) : (
          'never used'
        )}
        {passkey.backedUp && ' · on all your devices'}
      </p>
    </div>
    <PasswordedAction
      danger
      label={`Remove ${passkey.name}`}
      question={`Remove the passkey ${passkey.name}?`}
      consequences={[
        'Nobody signs in with it any more. Remove it from your device or password manager, too.',
        'Whoever is signed in as you elsewhere is signed out.',
      ]}
      run={removeOne.bind(null, passkey.id)}
      next={paths.account(place, { done: 'passkey_removed' })}
    />
  </li>
);

/** What signs one in without a password: something one has, unlocked by something one knows or is. */
export const PasskeysCard = ({ passkeys, place }: { passkeys: Passkey[]; place: string }) => (
  <Card title="Passkeys">
    <p className="max-w-prose text-muted">
      Sign in with your fingerprint, your face, the PIN of your device or a security key, without a password. A passkey
      works on this site alone, so no other can trick you out of it.
    </p>
    {passkeys.length > 0 && (
      <ul className="mt-2 divide-y divide-line">
        {passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} place={place} />
        ))}
      </ul>
    )}
    <div className="mt-5">
      <AddPasskey next={paths.account(place, { done: 'passkey' })} />
    </div>
  </Card>
);
