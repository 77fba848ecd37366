import { describe, expect, it } from 'vitest';
import { vetName } from './vet-name';

describe('a name that may go into our mail', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Contoso   Ltd.  ', 'Contoso Ltd.'],
    ["O'Reilly & Sons (Dublin)", "O'Reilly & Sons (Dublin)"],
    ['Jean-Luc d’Ormesson', 'Jean-Luc d’Ormesson'],
    ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
    ['Novo A/S', 'Novo A/S'],
    ['Turnverein e.V.', 'Turnverein e.V.'],
    ['3M', '3M'],
    ['株式会社コントソ', '株式会社コントソ'],
    ['Ａｄａ', 'Ada'],
    ['נועה כהן', 'נועה כהן'],
    ['प्रिया', 'प्रिया'],
    ['Cafe\u0301 Ro\u0302tisserie', 'Café Rôtisserie'],
    ['Contoso\u00a0Ltd', 'Contoso Ltd'],
    ['x'.repeat(50), 'x'.repeat(50)],
  ])('takes %j', (typed, value) => {
    expect(vetName(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['nothing', '', 'Enter a name'],
    ['blanks', '   ', 'Enter a name'],
    ['signs alone', '--', 'letter or digit'],
    ['51 characters', 'x'.repeat(51), 'too long'],
    ['200 characters', 'x'.repeat(200), 'too long'],
    ['a megabyte', 'x'.repeat(1_000_000), 'too long'],
    ['what becomes long when normalised', '\ufdfa'.repeat(5), 'too long'],
    ['a URL', 'https://evil.example/pay', 'cannot be used'],
    ['a bare domain', 'evil.example', 'web address'],
    ['a short domain', 't.co', 'web address'],
    ['a domain behind words', 'Please see www.evil.example now', 'web address'],
    ['a domain with full-width dots', 'evil．example', 'web address'],
    ['a domain with one-dot leaders', 'evil\u2024example', 'web address'],
    ['a domain with ideographic dots', 'evil。example', 'cannot be used'],
    ['a path of a domain', 'bit.ly/x', 'web address'],
    ['an address without a scheme', '//evil', 'web address'],
    ['an IP address', '10.0.0.1', 'web address'],
    ['a mail address', 'a@evil.example', 'not a mail address'],
    ['U+FF20', 'a\uff20evil', 'not a mail address'],
    ['U+FE6B', 'a\ufe6bevil', 'not a mail address'],
    ['a line feed', 'Ada\nBcc: everyone', 'one line'],
    ['a carriage return', 'Ada\rBcc', 'one line'],
    ['a line separator', 'Ada\u2028Bcc', 'one line'],
    ['a next-line character', 'Ada\u0085Bcc', 'one line'],
    ['a tab', 'Ada\tLovelace', 'cannot be seen'],
    ['NUL', 'Ada\0', 'cannot be seen'],
    ['U+202E', 'Ada \u202egnp.exe', 'cannot be seen'],
    ['U+2066', 'Ada\u2066', 'cannot be seen'],
    ['a zero-width blank', 'A\u200bda', 'cannot be seen'],
    ['a soft hyphen', 'A\u00adda', 'cannot be seen'],
    ['a Hangul filler', '\u3164', 'cannot be seen'],
    ['a tag character', 'Ada\u{e0041}', 'cannot be seen'],
    ['piled-up marks', `A${'\u0336'.repeat(8)}`, 'cannot be seen'],
    ['markup', '<b>Ada</b>', 'cannot be used'],
    ['a quote', 'Ada "the first"', 'cannot be used'],
    ['a colon', 'javascript:alert(1)', 'cannot be used'],
    ['a formula', '=1+1', 'cannot be used'],
    ['an emoji', 'Ada 🎉', 'cannot be used'],
    ['a lone surrogate', 'Ada\ud800', 'cannot be used'],
    ['a private-use character', 'Ada\ue000', 'cannot be used'],
  ])('refuses %s', (_what, typed, reason) => {
    expect(vetName(typed)).toEqual({ ok: false, problem: expect.stringContaining(reason) });
  });
});
