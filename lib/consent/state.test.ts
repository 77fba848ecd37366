import { describe, expect, it } from 'vitest';
import { later } from '@/lib/clock';
import { effectiveState, requestEvents, requestStates, statesBefore, transition } from './state';

/** Every state × every event; `-` cannot happen. */
const table = `
            save   send  open    accept    decline   cancel    expire   supersede
draft       draft  sent  -       -         -         canceled  -        -
sent        -      -     opened  accepted  declined  canceled  expired  superseded
opened      -      -     -       accepted  declined  canceled  expired  superseded
accepted    -      -     -       -         -         -         -        -
declined    -      -     -       -         -         -         -        -
canceled    -      -     -       -         -         -         -        -
expired     -      -     -       -         -         -         -        superseded
superseded  -      -     -       -         -         -         -        -
`;
const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cases = lines.flatMap(([state, ...after]) => after.map((next, column) => [state, head[column], next] as const));

describe('a consent request', () => {
  it('has every state and every event in the table', () => {
    expect(lines.map(([state]) => state)).toEqual([...requestStates]);
    expect(head).toEqual([...requestEvents]);
    expect(cases).toHaveLength(requestStates.length * requestEvents.length);
  });

  it.each(cases)('%s, %s: %s', (state, event, next) => {
    expect(transition(state as never, event as never)).toBe(next === '-' ? null : next);
  });

  it('can be answered only once it was sent and before it is closed', () => {
    expect(statesBefore('accept')).toEqual(['sent', 'opened']);
    expect(statesBefore('decline')).toEqual(['sent', 'opened']);
    expect(statesBefore('open')).toEqual(['sent']);
  });
});

describe('the state a request is in now', () => {
  const expiresAt = new Date('2026-03-01T12:00:00Z');
  const before = later(expiresAt, -1);

  it.each(requestStates)('%s stays what it is before its expiry', (state) => {
    expect(effectiveState({ state, expiresAt, withdrawn: false }, before)).toBe(state);
  });

  it.each([
    ['draft', 'draft', 'draft'],
    ['sent', 'canceled', 'expired'],
    ['opened', 'canceled', 'expired'],
    ['accepted', 'accepted', 'accepted'],
    ['declined', 'declined', 'declined'],
    ['canceled', 'canceled', 'canceled'],
    ['expired', 'expired', 'expired'],
    ['superseded', 'superseded', 'superseded'],
  ] as const)(
    '%s reads %s when nobody can answer it any more, and %s from its expiry on',
    (state, withdrawn, expired) => {
      expect(effectiveState({ state, expiresAt, withdrawn: true }, before)).toBe(withdrawn);
      expect(effectiveState({ state, expiresAt, withdrawn: true }, expiresAt)).toBe(expired);
      expect(effectiveState({ state, expiresAt, withdrawn: false }, expiresAt)).toBe(expired);
    },
  );
});
