import { describe, expect, it } from 'vitest';
import { days, later } from '@/lib/clock';
import { type RequestLife, requestTimeline } from './request-timeline';

const sentAt = new Date('2026-03-01T12:00:00Z');
const on = (day: number) => later(sentAt, days(day));
const life = (given: Partial<RequestLife>): RequestLife => ({
  draft: false,
  state: 'sent',
  delivery: 'mail',
  recipientName: 'Ada',
  sentAt,
  sentBy: 'Sam',
  clientId: null,
  resentBy: null,
  openedAt: null,
  reminders: [],
  decidedAt: null,
  decidedBy: null,
  decidedFor: null,
  expiresAt: on(14),
  senderRemovedAt: null,
  providerLeftAt: null,
  replacedBy: null,
  renewalAskedAt: null,
  consentEndedAt: null,
  ...given,
});

describe('the life of a request', () => {
  const decided = { decidedAt: on(3), decidedBy: 'Ann', decidedFor: 'Contoso' };
  it.each<[string, Partial<RequestLife>, string[]]>([
    ['sent', {}, ['Sam sent it by mail']],
    ['copied', { delivery: 'copy' }, ['Sam copied the mail, to send it themselves']],
    [
      'accepted',
      { state: 'accepted', openedAt: on(1), ...decided },
      ['Sam sent it by mail', 'Opened by somebody who was signed in', 'Ann of Contoso accepted'],
    ],
    [
      'accepted on the standing link, so that nobody sent it',
      { state: 'accepted', delivery: 'standing', ...decided },
      ['Ann of Contoso accepted on the standing link'],
    ],
    ['declined', { state: 'declined', ...decided }, ['Sam sent it by mail', 'Ann of Contoso declined']],
    [
      'accepted, and ended since',
      { state: 'accepted', ...decided, consentEndedAt: on(9) },
      ['Sam sent it by mail', 'Ann of Contoso accepted', 'The consent ended'],
    ],
    [
      'reminded',
      {
        reminders: [
          { at: on(7), mailed: true },
          { at: on(13), mailed: false },
        ],
      },
      ['Sam sent it by mail', 'Ada was reminded by mail', 'Sam was told that there is no answer yet'],
    ],
    [
      'canceled',
      { state: 'canceled', decidedAt: on(2), decidedBy: 'Kim' },
      ['Sam sent it by mail', 'Kim took it back'],
    ],
    [
      'discarded',
      { draft: true, state: 'canceled', decidedAt: on(2), decidedBy: 'Kim' },
      ['Sam saved it as a draft', 'Kim discarded the draft'],
    ],
    [
      'withdrawn with its sender',
      { state: 'canceled', senderRemovedAt: on(2) },
      ['Sam sent it by mail', 'The account of Sam was removed, and the link with it'],
    ],
    [
      'accepted before its sender left',
      { state: 'accepted', ...decided, senderRemovedAt: on(5) },
      ['Sam sent it by mail', 'Ann of Contoso accepted'],
    ],
    [
      'expired, asked for again and sent again',
      { state: 'superseded', renewalAskedAt: on(15), replacedBy: { at: on(16), by: 'Kim' } },
      ['Sam sent it by mail', 'Somebody with the link asked for a new one', 'Kim sent it again with a new link'],
    ],
    ['expired', { state: 'expired' }, ['Sam sent it by mail', 'Expired without an answer']],
  ])('%s', (_what, given, expected) => {
    expect(requestTimeline(life(given)).map(({ what }) => what)).toEqual(expected);
  });
});
