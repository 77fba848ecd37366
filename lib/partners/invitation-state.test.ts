import { describe, expect, it } from 'vitest';
import { later } from '@/lib/clock';
import {
  deadReason,
  effectiveState,
  invitationEvents,
  invitationStates,
  statesBefore,
  transition,
} from './invitation-state';

/** Every state × every event; `-` cannot happen. */
const table = `
            accept    decline   cancel    expire   supersede
sent        accepted  declined  canceled  expired  superseded
accepted    -         -         -         -        -
declined    -         -         -         -        -
canceled    -         -         -         -        -
expired     -         -         -         -        superseded
superseded  -         -         -         -        -
`;
const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cases = lines.flatMap(([state, ...after]) => after.map((next, column) => [state, head[column], next] as const));

describe('an invitation of a provider', () => {
  it('has every state and every event in the table', () => {
    expect(lines.map(([state]) => state)).toEqual([...invitationStates]);
    expect(head).toEqual([...invitationEvents]);
    expect(cases).toHaveLength(invitationStates.length * invitationEvents.length);
  });

  it.each(cases)('%s, %s: %s', (state, event, next) => {
    expect(transition(state as never, event as never)).toBe(next === '-' ? null : next);
  });

  it('can be decided only while it is sent', () => {
    expect(statesBefore('accept')).toEqual(['sent']);
    expect(statesBefore('decline')).toEqual(['sent']);
    expect(statesBefore('supersede')).toEqual(['sent', 'expired']);
  });
});

describe('its link', () => {
  const expiresAt = new Date('2026-03-01T12:00:00Z');

  it.each([
    ['sent', 'sent', null, 'expired', 'expired'],
    ['accepted', 'accepted', 'used', 'accepted', 'used'],
    ['declined', 'declined', 'declined', 'declined', 'declined'],
    ['canceled', 'canceled', 'withdrawn', 'canceled', 'withdrawn'],
    ['expired', 'expired', 'expired', 'expired', 'expired'],
    ['superseded', 'superseded', 'replaced', 'superseded', 'replaced'],
  ] as const)(
    '%s: before its expiry %s (%s), from then on %s (%s)',
    (state, stateBefore, before, stateAfter, after) => {
      const early = later(expiresAt, -1);
      expect(effectiveState({ state, expiresAt }, early)).toBe(stateBefore);
      expect(deadReason({ state, expiresAt }, early)).toBe(before);
      expect(effectiveState({ state, expiresAt }, expiresAt)).toBe(stateAfter);
      expect(deadReason({ state, expiresAt }, expiresAt)).toBe(after);
    },
  );
});
