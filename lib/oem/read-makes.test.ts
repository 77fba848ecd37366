import { describe, expect, it } from 'vitest';
import { readMakes } from './read-makes';

describe('manufacturer names as they are typed', () => {
  it.each([
    ['one', 'Proseware', ['Proseware']],
    ['one per line, with commas in them', 'Contoso, Ltd.\r\nContoso Inc.', ['Contoso, Ltd.', 'Contoso Inc.']],
    ['blank lines and runs of blanks', '\n  Wide   World \n\n', ['Wide World']],
    ['the same name in other letters once', 'CONTOSO\nContoso', ['CONTOSO']],
  ])('%s', (_what, typed, makes) => {
    expect(readMakes(typed)).toEqual({ ok: true, makes });
  });

  it.each([
    ['nothing', ' \n ', 'Enter at least one'],
    ['more than twenty', Array.from({ length: 21 }, (_, at) => `Make ${at}`).join('\n'), 'too many'],
    ['an endless name', 'x'.repeat(257), 'is too long'],
    ['an endless text', 'x'.repeat(100_000), 'too long'],
    ['what cannot be seen', 'Con\u202etoso', 'cannot be seen'],
  ])('refuses %s', (_what, typed, problem) => {
    expect(readMakes(typed)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });
});
