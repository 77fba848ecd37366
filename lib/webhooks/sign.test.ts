import { describe, expect, it } from 'vitest';
import { newWebhookSecret, openSecret, sealSecret } from './secret';
import { signedHeaders } from './sign';

/** The vector that the libraries of Standard Webhooks are tested with. */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}' },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('a signature', () => {
  it('is the one that Standard Webhooks publishes', () => {
    expect(signedHeaders(vector.message, [vector.secret])).toEqual({
      'webhook-id': vector.message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': vector.signature,
    });
  });

  it('is there for each secret that is good', () => {
    const signatures = signedHeaders(vector.message, [newWebhookSecret(), vector.secret])['webhook-signature'];
    expect(signatures?.split(' ')).toEqual([expect.stringMatching(/^v1,.{44}$/), vector.signature]);
  });
});

describe('a secret', () => {
  it('has 32 bytes and is sealed for its endpoint alone', () => {
    const secret = newWebhookSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const sealed = sealSecret(secret, 'one');
    expect(sealed).not.toContain(secret);
    expect(openSecret(sealed, 'one')).toBe(secret);
    expect(openSecret(sealed, 'another')).toBeNull();
  });
});
