import { describe, expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-code';

describe('recovery codes', () => {
  it('are ten, all different, in groups that can be copied by hand', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it.each([
    ['7K3M-91QP-XZ04-TVWB', '7K3M91QPXZ04TVWB'],
    [' 7k3m 91qp xz04 tvwb ', '7K3M91QPXZ04TVWB'],
    ['7k3m-9lqp-xzo4-tvwb', '7K3M91QPXZ04TVWB'],
    ['7K3M-91QP-XZ04', null],
    ['7K3M-91QP-XZ04-TVWBB', null],
    ['7K3M-91QP-XZ04-TVW!', null],
    ['123456', null],
    ['', null],
  ])('typed as %j is read as %s', (typed, code) => {
    expect(readRecoveryCode(typed)).toBe(code);
  });

  it('are stored for one person alone', () => {
    expect(hashRecoveryCode('ada', '7K3M-91QP-XZ04-TVWB')).toBe(hashRecoveryCode('ada', '7K3M91QPXZ04TVWB'));
    expect(hashRecoveryCode('ada', '7K3M91QPXZ04TVWB')).not.toBe(hashRecoveryCode('bob', '7K3M91QPXZ04TVWB'));
  });
});
