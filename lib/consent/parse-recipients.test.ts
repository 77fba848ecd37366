import { describe, expect, it } from 'vitest';
import { mostRecipients } from './most-recipients';
import { parseRecipients } from './parse-recipients';

const ada = { recipientName: 'Ada King', recipientEmail: 'ada@contoso.example', organization: 'Contoso' };
const bob = { recipientName: 'Bob', recipientEmail: 'bob@tailspin.example', organization: 'Tailspin' };

describe('a list of recipients', () => {
  it.each([
    ['commas', 'Ada King,ada@contoso.example,Contoso\nBob,bob@tailspin.example,Tailspin'],
    ['semicolons', 'Ada King;ada@contoso.example;Contoso\r\nBob;bob@tailspin.example;Tailspin\r\n'],
    ['tabs, as a table is pasted', 'Ada King\tada@contoso.example\tContoso\nBob\tbob@tailspin.example\tTailspin'],
    ['a header', 'Name,Mail,Organization\nAda King,ada@contoso.example,Contoso\nBob,bob@tailspin.example,Tailspin'],
    [
      'a header in another order, with a column too many',
      'Company;E-mail;Country;Recipient name\nContoso;ada@contoso.example;US;Ada King\nTailspin;bob@tailspin.example;DE;Bob',
    ],
    ['the address first', 'ada@contoso.example,Ada King,Contoso\nbob@tailspin.example,Bob,Tailspin'],
    [
      'blanks, empty lines and a byte order mark',
      '\uFEFF\n Ada King , ada@contoso.example ,Contoso\n\n , ,\nBob,bob@tailspin.example,Tailspin\n\n',
    ],
    ['quotes', '"Ada King","ada@contoso.example","Contoso"\n"Bob",bob@tailspin.example,Tailspin'],
  ])('is read with %s', (_how, text) => {
    expect(parseRecipients(text)).toEqual({ recipients: [ada, bob], total: 2 });
  });

  it.each([
    ['Ada King\tada@contoso.example\tContoso, Ltd, Inc'],
    ['Ada King;ada@contoso.example;Contoso, Ltd, Inc'],
    ['Ada King,ada@contoso.example,"Contoso, Ltd, Inc"'],
  ])('keeps a comma in a name: %j', (text) => {
    expect(parseRecipients(text).recipients).toEqual([{ ...ada, organization: 'Contoso, Ltd, Inc' }]);
  });

  it('keeps rows that lack something, to be filled in', () => {
    expect(parseRecipients('Ada King,ada@contoso.example\n,,Tailspin').recipients).toEqual([
      { ...ada, organization: '' },
      { recipientName: '', recipientEmail: '', organization: 'Tailspin' },
    ]);
    expect(parseRecipients('Ada King').recipients).toEqual([
      { recipientName: 'Ada King', recipientEmail: '', organization: '' },
    ]);
  });

  it('does not take a first recipient for a header', () => {
    expect(parseRecipients('Name,name@contoso.example,Company').recipients).toHaveLength(1);
  });

  it('keeps five hundred and counts the rest', () => {
    const many = Array.from({ length: 812 }, (_, at) => `Person ${at},p${at}@contoso.example,Contoso`).join('\n');
    const { recipients, total } = parseRecipients(many);
    expect(recipients).toHaveLength(mostRecipients);
    expect(total).toBe(812);
    expect(recipients[499]?.recipientName).toBe('Person 499');
  });

  it.each(['', '\n\n', '   ', '\uFEFF'])('may be empty: %j', (text) => {
    expect(parseRecipients(text)).toEqual({ recipients: [], total: 0 });
  });
});
