import { describe, expect, it } from 'vitest';
import { declineReason, forwardNote } from './plain-text';

const problem = (schema: typeof declineReason, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map(({ message }) => message);
const unseen = ['This holds characters that cannot be seen. Type the text instead of pasting it.'];
const tooLong = ['This is too long. Use at most 300 characters.'];

describe('a reason or a note', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['  \n ', ''],
    ['We work with another partner.', 'We work with another partner.'],
    ['First line\r\n\r\n second\tline ', 'First line second line'],
    ['Grüße – “bis bald” 😀', 'Grüße – “bis bald” 😀'],
    ['<b>no</b> & {{no}}', '<b>no</b> & {{no}}'],
    ['ü'.repeat(300), 'ü'.repeat(300)],
    ['u\u0308'.repeat(300), 'ü'.repeat(300)],
    ['😀'.repeat(300), '😀'.repeat(300)],
  ])('takes %j as %j', (typed, value) => {
    expect(declineReason.parse(typed)).toBe(value);
    expect(forwardNote.parse(typed)).toBe(value);
  });

  it.each([
    ['a\u0000b', unseen],
    ['a\u202Eb', unseen],
    ['a\u2066b', unseen],
    ['a\u200Bb', unseen],
    ['a\u001Bb', unseen],
    ['a\uD800b', unseen],
    [`a${'\u0301'.repeat(9)}`, unseen],
    ['x'.repeat(301), tooLong],
    ['x'.repeat(100_000), tooLong],
  ])('refuses %j', (typed, sentences) => {
    expect(problem(declineReason, typed)).toEqual(sentences);
    expect(problem(forwardNote, typed)).toEqual(sentences);
  });
});

describe('a note, which we mail', () => {
  const links = ['This goes out by mail, so leave links out. Put a blank after each dot.'];
  const addresses = ['This goes out by mail, so leave mail addresses out.'];

  it.each([
    ['see evil.example', links],
    ['see https://evil', links],
    ['see evil．example', links],
    ['see evil。example', links],
    ['see ｅｖｉｌ。ｅｘａｍｐｌｅ', links],
    ['see 10.0.0.1', links],
    ['ask zoe@contoso.example', addresses],
    ['ask zoe＠contoso', addresses],
  ])('holds no link: %j', (typed, sentences) => {
    expect(problem(forwardNote, typed)).toEqual(sentences);
    expect(problem(declineReason, typed)).toBeUndefined();
  });

  it.each(['Please answer this today. Thanks!', 'e. g. for the new laptops'])('may say %j', (typed) => {
    expect(forwardNote.parse(typed)).toBe(typed);
  });
});
