import { expect, it } from 'vitest';
import { formatsOf } from '@/components/ui/formats';
import { registerLabel } from './register-label';

const english = formatsOf({ locale: null, timeZone: null });

const counts = { total: 10_000, good: 9998, unchanged: 0, rejected: 2, dropped: 0, unchecked: 0 };

it.each([
  ['none', null, 'keep_good', 'Register devices'],
  ['planning', null, 'keep_good', 'Register without preview'],
  ['reading', counts, 'keep_good', 'Register without preview'],
  ['asking', null, 'keep_good', 'Register devices'],
  ['checking', counts, 'keep_good', 'Register 9,998 devices'],
  ['done', counts, 'keep_good', 'Register 9,998 devices'],
  ['done', { ...counts, good: 1 }, 'keep_good', 'Register 1 device'],
  ['done', { ...counts, good: 0 }, 'keep_good', 'Register 0 devices'],
  ['done', counts, 'all_or_nothing', 'Register all or nothing'],
  ['done', { ...counts, rejected: 0 }, 'all_or_nothing', 'Register 9,998 devices'],
  ['failed', null, 'keep_good', 'Register devices'],
  ['off', null, 'keep_good', 'Register devices'],
] as const)('%s: %j, %s: %s', (phase, known, mode, label) => {
  expect(registerLabel({ phase, counts: known }, mode, english)).toBe(label);
});
