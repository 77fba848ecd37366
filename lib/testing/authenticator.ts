import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { relyingParty } from '@/lib/factors/relying-party';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** Just what an authenticator's answers are made of (RFC 8949): small numbers, texts, bytes and maps. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, count: number) =>
    count < 24
      ? Buffer.from([(major << 5) | count])
      : count < 256
        ? Buffer.from([(major << 5) | 24, count])
        : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
}

const sha256 = (of: string | Buffer) => createHash('sha256').update(of).digest();
const base64url = (of: Buffer) => of.toString('base64url');

/** What may be wrong about an answer. */
interface Answer {
  origin?: string;
  rpId?: string;
  /** Whether the person unlocked the authenticator. */
  verified?: boolean;
  counter?: number;
}

/** A security key for tests: ES256, as a real one answers (WebAuthn, §6). */
export function newAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinates = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')] as const;
  const rawId = randomBytes(32);
  const id = base64url(rawId);
  const credential = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;

  const clientData = (type: string, challenge: string, { origin = relyingParty().origin }: Answer) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (attested: Buffer, { rpId = relyingParty().id, verified = true, counter = 0 }: Answer) => {
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested]);
  };

  return {
    id,
    make(challenge: string, given: Answer = {}) {
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinates[0]],
        [-3, coordinates[1]],
      ]);
      const idLength = Buffer.from([0, rawId.length]);
      const attested = Buffer.concat([Buffer.alloc(16), idLength, rawId, cbor(key)]);
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(attested, given)],
      ]);
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, given)),
          attestationObject: base64url(cbor(attestation)),
          transports: ['usb' as const],
        },
      };
    },
    sign(challenge: string, given: Answer = {}) {
      const data = clientData('webauthn.get', challenge, given);
      const authenticator = authenticatorData(Buffer.alloc(0), given);
      const signature = createSign('sha256')
        .update(Buffer.concat([authenticator, sha256(data)]))
        .sign(privateKey);
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authenticator),
          signature: base64url(signature),
        },
      };
    },
  };
}
