import { expect, it } from 'vitest';
import { later } from '@/lib/clock';
import { deadJoining } from './invitation-state';

const at = new Date('2026-03-01T12:00:00Z');
const soon = later(at, 1);

it.each([
  ['sent', soon, false, null],
  ['sent', at, false, 'expired'],
  ['sent', soon, true, 'withdrawn'],
  ['sent', at, true, 'expired'],
  ['accepted', soon, true, 'used'],
  ['canceled', at, false, 'withdrawn'],
  ['superseded', soon, false, 'replaced'],
] as const)('an invitation that is %s until %s, its inviter gone: %s, is %s', (state, expiresAt, gone, dead) => {
  expect(deadJoining({ state, expiresAt }, gone, at)).toBe(dead);
});
