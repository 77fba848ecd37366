import { describe, expect, it } from 'vitest';
import { findGates } from '@/lib/testing/gates';
import { knownActions, wordingOf } from './sentences';
import type { Told } from './wording';

const told = (detail: Record<string, unknown>, given: Partial<Told> = {}): Told => ({
  customer: 'Contoso',
  partner: 'Fabrikam',
  provider: null,
  detail,
  ...given,
});
const nobody: Told = { customer: null, partner: null, provider: null, detail: {} };

describe('what happened, in words', () => {
  it('has a sentence for the action of every command', async () => {
    const actions = [...(await findGates()).values()].flatMap((gate) => (gate.gate === 'command' ? [gate.audit] : []));
    const known = knownActions.map(([action]) => action);
    expect(actions.filter((action) => !known.includes(action))).toEqual([]);
  });

  it.each<[string, Told, string]>([
    ['session.started', told({}), 'Signed in'],
    [
      'directory.roles_changed',
      told({ before: [], roles: ['global_admin'] }),
      'Came from the directory as global administrator',
    ],
    [
      'directory.roles_changed',
      told({ before: ['global_admin'], roles: [] }),
      'Came from the directory without a role, before global administrator',
    ],
    [
      'directory.organization_added',
      told({ organization: 'contoso' }),
      'Was the first of contoso to sign in, which made it a customer',
    ],
    ['consent_request.sent', told({ recipient: 'zoe@contoso.example' }), 'Asked zoe@contoso.example for consent'],
    ['consent_request.sent', told({}), 'Asked a customer for consent'],
    [
      'consent_request.resent',
      told({ recipient: 'zoe@contoso.example' }),
      'Asked zoe@contoso.example for consent again, with a new link',
    ],
    ['consent_request.draft_saved', told({ recipient: '' }), 'Saved the draft of a consent request to nobody yet'],
    ['consent_request.canceled', told({ draft: true }), 'Discarded the draft of a consent request to nobody yet'],
    ['consent_request.canceled', told({ draft: false }), 'Took back the consent request to a customer'],
    ['consent_request.reminded', told({ mailed: true }), 'Reminded a customer of a consent request'],
    [
      'consent_request.reminded',
      told({ mailed: false }),
      'Noted that a customer has not answered a consent request, and told its sender',
    ],
    ['consent_request.opened', told({}), 'Opened the consent request of Fabrikam'],
    ['consent.granted', told({ dap: true }), 'Gave Fabrikam consent to act for Contoso, with delegated administration'],
    ['consent.granted', told({}), 'Gave Fabrikam consent to act for Contoso, without delegated administration'],
    [
      'upload.received',
      told({ total: 10_000, batch: 'Spring' }),
      'Uploaded 10,000 rows for Contoso into the batch “Spring”',
    ],
    ['upload.received', told({ total: 1, batch: 'A' }), 'Uploaded 1 row for Contoso into the batch “A”'],
    [
      'upload.finished',
      told({ registered: 9998, unchanged: 1, rejected: 1 }),
      'Finished an upload for Contoso: 9,998 registered, 1 unchanged, 1 rejected',
    ],
    [
      'upload.failed',
      told({ failureCode: 'consent_revoked' }),
      'Stopped an upload for Contoso, because the customer’s consent ended',
    ],
    ['consent.dap_removed', told({}), 'Took delegated administration for Contoso from Fabrikam'],
    ['consent.ended', told({}), 'Ended the consent of Contoso with Fabrikam'],
    ['partner_link.ended', told({ counterpartName: 'Northwind' }), 'Ended the partnership with Northwind'],
    ['partner_link.ended', told({}, { provider: 'Northwind' }), 'Ended the partnership with Northwind'],
    ['thing.turned_around', told({}), 'Thing turned around'],
  ])('%s', (action, facts, sentence) => {
    expect(wordingOf(action).say(facts)).toBe(sentence);
  });

  it.each(knownActions.map(([action]) => action))('says %s even when it knows nothing more', (action) => {
    const { say, label } = wordingOf(action);
    expect(say(nobody)).toMatch(/^[A-Z][^{}]+$/);
    expect(say(nobody)).not.toMatch(/undefined|null|NaN|object/);
    expect(label).toMatch(/^[A-Z][\w ]+$/);
  });

  it('names no two actions alike', () => {
    const labels = knownActions.map(([, { label }]) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
