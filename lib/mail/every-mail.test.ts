import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { credentialChanges, credentialMail, newDeviceMail, newPasswordMail } from '@/lib/auth/credential-mails';
import { decisionMail } from '@/lib/consent/decision-mail';
import { forwardMail } from '@/lib/consent/forward-mail';
import type { ReceiptContent } from '@/lib/consent/receipt';
import { receiptMail } from '@/lib/consent/receipt-mail';
import { reminderMail } from '@/lib/consent/reminder-mail';
import { renewalMail } from '@/lib/consent/renewal-mail';
import { requestMail } from '@/lib/consent/request-mail';
import { sendRequestInput } from '@/lib/consent/send-request-input';
import { unusedMail } from '@/lib/consent/unused-mail';
import { env } from '@/lib/env';
import { sentenceMail } from '@/lib/notifications/sentence-mail';
import { linkMail } from '@/lib/oem/link-mail';
import { inviteResellerInput } from '@/lib/partners/invite-reseller-input';
import { authorizedMail, declinedMail, endedMail, invitationMail } from '@/lib/partners/link-mails';
import { joiningMail } from '@/lib/people/joining-mail';
import { accountMail, administratorsMail, askedMail, noAnswerMail, setUpMail } from '@/lib/signups/sign-up-mails';
import { defuseLine } from './defuse';
import type { MailModel } from './mail-model';
import { renderHtml } from './render-html';
import { renderText } from './render-text';

const at = new Date('2026-03-01T12:00:00Z');
const url = `${env.APP_ORIGIN}/somewhere?request=0198f0a4-0000-7000-8000-000000000000`;

type Build = (name: string) => MailModel[];

/** Everything that can stand in a mail as a name is `name` here: organizations, people, what a partner typed. */
const side = (name: string) => ({ id: '1', name, domain: 'fabrikam.example', mpnId: '4711' });
const sides = (name: string) => ({ provider: side(name), reseller: side(name) });
const receipt = (name: string, given: Partial<ReceiptContent>): ReceiptContent => ({
  receiptId: '1',
  consentId: '1',
  requestId: null,
  event: 'granted',
  at: at.toISOString(),
  by: { id: '1', name, organization: name, side: 'customer' },
  customer: side(name),
  partner: side(name),
  kind: 'reseller',
  provider: { before: null, after: null },
  dap: { before: false, after: true },
  reason: 'See https://evil.example/reason',
  shown: [],
  shownHash: null,
  ...given,
});

/** Every mail there is, in each of its forms. A builder that is missing here fails. */
const builders: Record<string, Build> = {
  requestMail: (name) =>
    [true, false].map((dap) =>
      requestMail({
        kind: 'reseller',
        partner: side(name),
        providerName: name,
        recipientName: name,
        organization: name,
        dap,
        expiresAt: at,
        url,
      }),
    ),
  linkMail: (name) => [linkMail({ partner: side(name), recipientName: name, organization: name, url })],
  reminderMail: (name) =>
    (['reseller', 'oem'] as const).map((kind) =>
      reminderMail({
        partner: side(name),
        kind,
        recipientName: name,
        organization: name,
        sentAt: at,
        expiresAt: at,
        url,
      }),
    ),
  decisionMail: (name) =>
    (['accepted', 'declined'] as const).flatMap((decision) =>
      [true, false].map((yes) =>
        decisionMail({
          decision,
          kind: yes ? 'reseller' : 'oem',
          standing: yes,
          reasoned: yes,
          customer: side(name),
          person: name,
          at,
          dap: { asked: true, granted: yes },
          url,
        }),
      ),
    ),
  forwardMail: (name) =>
    [at, null].map((expiresAt) =>
      forwardMail({
        person: { name, tenant: { name } } as Parameters<typeof forwardMail>[0]['person'],
        partner: side(name),
        note: 'Please have a look.',
        expiresAt,
        url,
      }),
    ),
  renewalMail: (name) => [
    renewalMail({ recipient: name, organization: name, sentAt: at, why: 'expired', url }),
    renewalMail({ recipient: name, organization: name, sentAt: at, why: 'replaced', url }),
  ],
  receiptMail: (name) =>
    (['customer', 'partner'] as const).flatMap((to) =>
      (['granted', 'changed', 'ended'] as const).map((event) => {
        const provider = { before: side(name), after: { ...side(name), id: '2' } };
        return receiptMail(to, { id: '1', hash: 'a'.repeat(64), content: receipt(name, { event, provider }) });
      }),
    ),
  unusedMail: (name) =>
    (['customer', 'partner'] as const).flatMap((to) =>
      [true, false].map((oem) =>
        unusedMail({ side: to, said: `The consent of ${name} is unused.`, oem, path: '/partner/customers' }),
      ),
    ),
  sentenceMail: (name) => [sentenceMail({ said: `${name} did something.`, path: '/partner/requests' })],
  invitationMail: (name) => [
    invitationMail({
      provider: side(name),
      recipientName: name,
      organization: name,
      token: 'A'.repeat(43),
      expiresAt: at,
    }),
  ],
  joiningMail: (name) =>
    [name, null].map((invitedBy) =>
      joiningMail({ organization: side(name), invitedBy, name, token: 'A'.repeat(43), expiresAt: at }),
    ),
  setUpMail: (name) => [
    setUpMail({ email: 'zoe@contoso.example', partner: side(name), token: 'A'.repeat(43), expiresAt: at }),
  ],
  accountMail: (name) =>
    (['password', 'directory', 'switched_off'] as const).map((how) =>
      accountMail({ partner: side(name), organization: name, how, url }),
    ),
  askedMail: (name) => [askedMail({ partner: side(name), organization: name, url })],
  administratorsMail: (name) => [
    administratorsMail({ address: 'zoe@contoso.example', partner: side(name), organization: name, url }),
  ],
  noAnswerMail: (name) =>
    (['own_organization', 'wrong_organization', 'no_administrator'] as const).flatMap((why) =>
      [name, null].map((organization) => noAnswerMail({ why, partner: side(name), organization, url })),
    ),
  authorizedMail: (name) => (['provider', 'reseller'] as const).map((to) => authorizedMail(to, sides(name), name, at)),
  declinedMail: (name) => (['provider', 'reseller'] as const).map((to) => declinedMail(to, sides(name), name, at)),
  newPasswordMail: (name) => [newPasswordMail({ name, url, expiresAt: at })],
  newDeviceMail: (name) => [newDeviceMail({ name, device: 'Firefox on Linux', address: '192.0.2.7', at })],
  credentialMail: (name) =>
    credentialChanges.map((what) =>
      credentialMail({ name, what, at, left: what === 'recovery_code_used' ? 1 : undefined }),
    ),
  endedMail: (name) =>
    (['provider', 'reseller'] as const).flatMap((to) =>
      [0, 2].map((customers) => endedMail(to, { ...sides(name), by: { name, organization: name }, at, customers })),
    ),
};

const every = Object.entries(builders);

/** Names of functions that make mails, found in every file that knows the model. */
async function findBuilders(): Promise<string[]> {
  const root = join(process.cwd(), 'lib');
  const names: string[] = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.ts$/.test(file) || /\.test\.ts$/.test(file)) continue;
    const source = readFileSync(file, 'utf8');
    const made = [...source.matchAll(/function (\w+)\((?:(?!\n\}\n)[\s\S])*?\): MailModel \{/g)].map(
      (found) => found[1] ?? '',
    );
    if (made.length === 0) continue;
    const exported = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
    for (const name of made)
      expect(exported, `${name} of ${file} is exported, so that it can be tested`).toHaveProperty(name);
    names.push(...made);
  }
  return names;
}

/** Links as a mail program sees them: with a scheme, or by a www. */
const linksIn = (text: string) =>
  text.match(/[a-z][a-z+.-]*:\/\/[^\s"'<>]+|\bwww\.\S+|\b(?:mailto|javascript):\S+/gi) ?? [];
const decoded = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&#39;', "'");

describe('every mail', () => {
  it('is in the table', async () => {
    expect(Object.keys(builders).sort()).toEqual((await findBuilders()).sort());
  });

  it.each(every)('%s carries exactly one link, to this portal, in text and in HTML', (_name, build) => {
    for (const model of build('Fabrikam')) {
      expect(new URL(model.action.url).origin).toBe(env.APP_ORIGIN);
      expect(linksIn(renderText(model))).toEqual([model.action.url]);
      const html = renderHtml(model);
      expect(linksIn(decoded(html))).toEqual([model.action.url]);
      expect(html.match(/<a /g)).toHaveLength(1);
    }
  });

  it.each(every)('%s fetches nothing and counts nobody', (_name, build) => {
    for (const model of build('Fabrikam')) {
      expect(renderHtml(model)).not.toMatch(
        /<(img|link|iframe|object|video|audio|form|script|style)\b|url\(|@import|src=|srcset=|background=/i,
      );
      expect([...new URL(model.action.url).searchParams.keys()].filter((key) => key !== 'request')).toEqual([]);
      expect(model.action.url).not.toContain('#');
    }
  });

  it.each(every)('%s says what it says in both forms, and why it came', (_name, build) => {
    for (const model of build('Fabrikam')) {
      const text = renderText(model);
      const html = decoded(renderHtml(model));
      for (const words of [...model.paragraphs, model.action.label, model.footer]) {
        expect(text).toContain(words);
        expect(html).toContain(words);
      }
      expect(model.subject).toMatch(/^\S.*\S$/);
      expect(`${model.subject}${model.paragraphs.join('')}`).not.toMatch(/undefined|null|\[object/);
    }
  });

  it.each([
    ['a link', 'Fabrikam https://evil.example/x'],
    ['a host', 'Fabrikam www.evil.example'],
    ['a line break', 'Fabrikam\r\nBcc: everybody@evil.example'],
    ['another direction', 'Fabrikam \u202eelpmaxe'],
    ['nothing that is seen', 'Fab\u200brikam\u0007'],
    ['markup', '<a href="https://evil.example">Fabrikam</a><img src=x>'],
    ['a script', '"><script>alert(1)</script>'],
    ['a full-width at', 'Fabrikam＠evil'],
    ['two hundred characters', 'x'.repeat(200)],
  ])('holds no name that does more than name: %s', (_what, name) => {
    for (const [, build] of every) {
      for (const model of build(name)) {
        expect(linksIn(renderText(model))).toEqual([model.action.url]);
        const html = renderHtml(model);
        expect(html.match(/<a /g)).toHaveLength(1);
        expect(html).not.toMatch(/<(img|script)/i);
        expect(linksIn(decoded(html))).toEqual([model.action.url]);
        for (const words of [renderText(model), html, defuseLine(model.subject)])
          expect(words).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
        expect(defuseLine(model.subject)).not.toContain('\n');
      }
    }
  });

  it('holds nothing of a receipt but what happened: what support wrote stays in the portal', () => {
    for (const [, build] of every)
      for (const model of build('Fabrikam')) expect(renderText(model)).not.toContain('evil.example');
  });
});

describe('what a partner types into a mail', () => {
  const hostile = ['https://evil.example', 'www.evil.example', 'a\nb', 'a\u202eb', 'a＠b', 'x'.repeat(200), '<b>x</b>'];

  it.each(hostile)('is refused where it is typed: %j', (name) => {
    for (const schema of [sendRequestInput, inviteResellerInput]) {
      const result = schema.safeParse({ recipientName: name, organization: name });
      const wrong = result.error?.issues.map(({ path }) => path[0]);
      expect(wrong).toEqual(expect.arrayContaining(['recipientName', 'organization']));
    }
  });
});
