import { describe, expect, it } from 'vitest';
import { owed } from './owed';

const none = { totp: false, passkeys: 0 };

describe('after the right password', () => {
  it.each([
    ['partner', ['helpdesk_agent'], 'enrolment'],
    ['partner', ['global_admin'], 'enrolment'],
    ['operator', ['support_agent'], 'enrolment'],
    ['operator', ['support_admin'], 'enrolment'],
    ['customer', ['global_admin'], 'enrolment'],
    ['customer', ['user', 'global_admin'], 'enrolment'],
    ['customer', ['intune_admin'], null],
    ['customer', ['user'], null],
  ] as const)('a %s’s %j without a second factor owes %s', (kind, roles, what) => {
    expect(owed({ kind, roles }, none, false)).toBe(what);
    expect(owed({ kind, roles }, none, true)).toBeNull();
  });

  it.each([[{ totp: true, passkeys: 0 }], [{ totp: false, passkeys: 1 }], [{ totp: true, passkeys: 2 }]])(
    'whoever has %j owes it, also in the demo',
    (factors) => {
      for (const demo of [true, false])
        expect(owed({ kind: 'customer', roles: ['user'] }, factors, demo)).toBe('second_factor');
    },
  );
});
