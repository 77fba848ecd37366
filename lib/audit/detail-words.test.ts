import { describe, expect, it } from 'vitest';
import { describeDetail, withoutAddresses } from './detail-words';

describe('the detail of an event, in words', () => {
  it.each<[string, unknown, { term: string; lines: string[] }]>([
    ['dap', true, { term: 'Delegated administration', lines: ['Yes'] }],
    ['kind', 'indirect_reseller', { term: 'Kind', lines: ['Indirect reseller'] }],
    ['kind', 'unheard_of', { term: 'Kind', lines: ['unheard_of'] }],
    ['firstRow', 1001, { term: 'First row', lines: ['1,001'] }],
    ['bytes', 100, { term: 'Size of the file', lines: ['100 bytes'] }],
    ['bytes', 2048, { term: 'Size of the file', lines: ['2 KB'] }],
    ['bytes', 1_500_000, { term: 'Size of the file', lines: ['1.43 MB'] }],
    ['expiresAt', '2026-02-03T04:05:06.789Z', { term: 'Expires at', lines: ['February 3, 2026 at 04:05 UTC'] }],
    ['superseded', ['a', 'b'], { term: 'Replaced invitations', lines: ['a', 'b'] }],
    ['note', 'One.\n\nTwo.', { term: 'Note', lines: ['One.', 'Two.'] }],
    [
      'some_thing',
      { innerPart: 1, list: ['x', 'y'] },
      { term: 'Some thing', lines: ['Inner part: 1', 'List: x', 'List: y'] },
    ],
    [
      'shown',
      { person: { name: 'Zoë' }, grants: ['May register.'], limits: ['May not read.'], next: ['Ends when you say.'] },
      { term: 'What was shown', lines: ['May register.', 'May not read.', 'Ends when you say.'] },
    ],
    ['shown', 'The text.\nAll of it.', { term: 'What was shown', lines: ['The text.', 'All of it.'] }],
  ])('%s: %j', (key, value, fact) => {
    expect(describeDetail({ [key]: value })).toEqual([fact]);
  });

  it('leaves out what holds nothing, and keeps one order', () => {
    expect(describeDetail({ zeta: 1, provider: null, note: '', list: [], alpha: false })).toEqual([
      { term: 'Alpha', lines: ['No'] },
      { term: 'Zeta', lines: ['1'] },
    ]);
  });
});

describe('the detail as another organisation sees it', () => {
  it('has no addresses, however deep', () => {
    const detail = {
      recipient: 'a@b.example',
      recipientEmail: 'a@b.example',
      recipientName: 'A',
      list: [{ email: 'a@b.example', n: 1 }, null, 'x'],
      shown: { person: { name: 'A', email: 'a@b.example' } },
    };
    expect(withoutAddresses(detail)).toEqual({
      recipientName: 'A',
      list: [{ n: 1 }, null, 'x'],
      shown: { person: { name: 'A' } },
    });
  });
});
