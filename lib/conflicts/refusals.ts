import type { askRelease } from './ask-release';

type Refusal = Exclude<Extract<Awaited<ReturnType<typeof askRelease>>, { ok: false }>['reason'], 'already_asked'>;

/** Why a release could not be asked for, in words; nothing an upload of the device would not say. */
export const askRefusals: Record<Refusal, string> = {
  not_held: 'No other organization has this device any more. Upload it again to register it.',
  already_registered: 'This device is registered for this customer already. There is nothing to ask for.',
  other_registrar:
    'Another partner has registered this device for this customer meanwhile. Ask the customer which partner manages it.',
  identity_mismatch: 'The identifiers of this row belong to different devices. Correct them and upload the row again.',
  own_device:
    'Your organization has registered this device for another of its customers. Deregister it there and upload it again.',
  limit_reached:
    'Your organization has asked for as many releases as it can in a day. You can ask again from midnight UTC on.',
};
