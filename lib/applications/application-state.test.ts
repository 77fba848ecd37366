import { expect, it } from 'vitest';
import { later } from '@/lib/clock';
import { deadConfirmation } from './application-state';

const at = new Date('2026-03-01T12:00:00Z');
const soon = later(at, 1);

it.each([
  ['unverified', soon, null],
  ['unverified', at, 'expired'],
  ['waiting', soon, 'waiting'],
  ['waiting', at, 'waiting'],
  ['approved', at, 'approved'],
  ['refused', soon, 'refused'],
  ['superseded', soon, 'replaced'],
  ['superseded', at, 'replaced'],
] as const)('the link of an application that is %s, good until %s, is %s', (state, expiresAt, dead) => {
  expect(deadConfirmation({ state, expiresAt }, at)).toBe(dead);
});
