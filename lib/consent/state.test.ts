import { describe, expect, it } from 'vitest';
import { later } from '@/lib/clock';
import { effectiveState, requestEvents, requestStates, statesBefore, transition } from './state';

/** Every state × every event; `-` cannot happen. */
const table = `
            send  open    accept    decline   cancel    expire   supersede
draft       sent  -       -         -         canceled  -        -
sent        -     opened  accepted  declined  canceled  expired  superseded
opened      -     -       accepted  declined  canceled  expired  superseded
accepted    -     -       -         -         -         -        -
declined    -     -       -         -         -         -        -
canceled    -     -       -         -         -         -        -
expired     -     -       -         -         -         -        superseded
superseded  -     -       -         -         -         -        -
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
    expect(effectiveState({ state, expiresAt }, before)).toBe(state);
  });

  it.each([
    ['draft', 'draft'],
    ['sent', 'expired'],
    ['opened', 'expired'],
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['canceled', 'canceled'],
    ['expired', 'expired'],
    ['superseded', 'superseded'],
  ] as const)('%s reads %s from its expiry on', (state, now) => {
    expect(effectiveState({ state, expiresAt }, expiresAt)).toBe(now);
  });
});
