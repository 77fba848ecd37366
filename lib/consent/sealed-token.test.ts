import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newInvitationToken } from './invitation-token';
import { openToken, sealToken } from './sealed-token';

describe('a sealed token', () => {
  const id = randomUUID();
  const token = newInvitationToken();

  it('opens for its request, and never looks the same twice', () => {
    const sealed = sealToken(token, id);
    expect(openToken(sealed, id)).toBe(token);
    expect(sealToken(token, id)).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(token);
  });

  it('opens for no other request', () => {
    expect(openToken(sealToken(token, id), randomUUID())).toBeNull();
  });

  it('does not open once a bit of it is changed', () => {
    const bytes = Buffer.from(sealToken(token, id), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const touched = Buffer.from(bytes);
      touched[at] = (touched[at] ?? 0) ^ 1;
      expect(openToken(touched.toString('base64url'), id)).toBeNull();
    }
  });

  it.each(['', 'x', 'not sealed at all'])('does not open what was never one: %j', (sealed) => {
    expect(openToken(sealed, id)).toBeNull();
  });

  it('does not open under another secret', () => {
    const sealed = sealToken(token, id);
    expect(openToken(sealed, id, 'another secret of at least 32 characters')).toBeNull();
  });
});
