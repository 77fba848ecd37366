import { expect, it } from 'vitest';
import { checkRecipients } from './check-recipients';

const row = (given: Record<string, string> = {}) => ({
  recipientName: 'Ada King',
  recipientEmail: 'ada@contoso.example',
  organization: 'Contoso',
  ...given,
});
const check = (...rows: ReturnType<typeof row>[]) => checkRecipients(rows, 'fabrikam.example');

it('has nothing against a good row', () => {
  expect(check(row())).toEqual([{}]);
});

it.each([
  [{ recipientName: '' }, { recipientName: 'Enter a name.' }],
  [{ recipientName: 'see evil.example' }, { recipientName: expect.stringContaining('web address') }],
  [{ organization: 'Con\u202Etoso' }, { organization: expect.stringContaining('cannot be seen') }],
  [{ organization: 'Con\ntoso' }, { organization: 'Write the name on one line.' }],
  [{ recipientName: 'x'.repeat(200) }, { recipientName: expect.stringContaining('at most 50') }],
  [{ recipientName: '<b>Ada</b>' }, { recipientName: expect.stringContaining('cannot be used') }],
  [{ recipientName: 'ada＠contoso' }, { recipientName: expect.stringContaining('not a mail address') }],
  [{ recipientEmail: 'ada' }, { recipientEmail: 'Enter a mail address such as name@contoso.com.' }],
  [{ recipientEmail: 'Ada@Fabrikam.example' }, { recipientEmail: expect.stringContaining('own organization') }],
])('%j: %j', (given, problems) => {
  expect(check(row(given))).toEqual([problems]);
});

it('names an address that stands there twice at the later row', () => {
  const again = { recipientEmail: 'The same address as in row 1.' };
  expect(
    check(row(), row({ recipientEmail: 'b@contoso.example' }), row({ recipientEmail: ' ADA@contoso.example' })),
  ).toEqual([{}, {}, again]);
  expect(check(row(), row(), row())).toEqual([{}, again, again]);
});

it('does not call two empty addresses the same', () => {
  const missing = { recipientEmail: 'Enter a mail address.' };
  expect(check(row({ recipientEmail: '' }), row({ recipientEmail: '' }))).toEqual([missing, missing]);
});

it('names an address that a request of the list was sent to', () => {
  const sent = new Set(['ada@contoso.example']);
  expect(checkRecipients([row({ recipientEmail: 'Ada@contoso.example' })], 'fabrikam.example', sent)).toEqual([
    { recipientEmail: 'A request of this list was sent to this address.' },
  ]);
});
