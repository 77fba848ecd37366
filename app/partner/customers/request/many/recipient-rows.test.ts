import { expect, it } from 'vitest';
import { mostRecipients } from '@/lib/consent/most-recipients';
import { changeList, emptyList } from './recipient-rows';

const ada = { recipientName: 'Ada', recipientEmail: ' Ada@contoso.example', organization: 'Contoso' };
const bob = { recipientName: 'Bob', recipientEmail: 'bob@contoso.example', organization: 'Contoso' };
const two = changeList(emptyList, { type: 'add', recipients: [ada, bob] });
const [first, second] = two.rows.map(({ id }) => id);
const names = ({ rows }: typeof two) => rows.map(({ recipientName }) => recipientName);

it('every row has an id of its own, which it keeps when it is edited', () => {
  expect(first).not.toBe(second);
  const edited = changeList(two, { type: 'edit', id: first ?? '', field: 'recipientName', value: 'Ada King' });
  expect(edited.rows[0]).toMatchObject({ id: first, recipientName: 'Ada King' });
  expect(edited.rows[1]).toBe(two.rows[1]);
});

it('takes no more than fit', () => {
  const recipients = Array.from({ length: mostRecipients }, () => bob);
  expect(changeList(two, { type: 'add', recipients }).rows).toHaveLength(mostRecipients);
});

it('drops a row', () => {
  expect(names(changeList(two, { type: 'drop', id: first ?? '' }))).toEqual(['Bob']);
});

it('what was sent leaves and is remembered; what was not stays and says why until it is edited', () => {
  const refused = new Map([[second ?? '', { root: 'No.' }]]);
  const answered = changeList(two, { type: 'answered', sent: [first ?? ''], refused });
  expect(names(answered)).toEqual(['Bob']);
  expect([...answered.sentTo]).toEqual(['ada@contoso.example']);
  expect(answered.rows[0]?.refused).toEqual({ root: 'No.' });
  const edited = changeList(answered, { type: 'edit', id: second ?? '', field: 'organization', value: 'Litware' });
  expect(edited.rows[0]?.refused).toBeUndefined();
});
