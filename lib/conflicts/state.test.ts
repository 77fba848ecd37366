import { describe, expect, it } from 'vitest';
import { conflictEvents, conflictStates, isOpen, openStates, statesBefore, transition } from './state';

/** Every state × every event; `-` cannot happen. */
const table = `
            release   refuse     expire     grant     reject    withdraw   vanish
asked       released  escalated  escalated  -         -         withdrawn  closed
escalated   released  -          -          released  rejected  withdrawn  closed
released    -         -          -          -         -         -          -
rejected    -         -          -          -         -         -          -
withdrawn   -         -          -          -         -         -          -
closed      -         -          -          -         -         -          -
`;
const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cases = lines.flatMap(([state, ...after]) => after.map((next, column) => [state, head[column], next] as const));

describe('a device conflict', () => {
  it('has every state and every event in the table', () => {
    expect(lines.map(([state]) => state)).toEqual([...conflictStates]);
    expect(head).toEqual([...conflictEvents]);
    expect(cases).toHaveLength(conflictStates.length * conflictEvents.length);
  });

  it.each(cases)('%s, %s: %s', (state, event, next) => {
    expect(transition(state as never, event as never)).toBe(next === '-' ? null : next);
  });

  it('is decided by support only once the holder refused or let the time pass', () => {
    expect(statesBefore('grant')).toEqual(['escalated']);
    expect(statesBefore('reject')).toEqual(['escalated']);
    expect(statesBefore('refuse')).toEqual(['asked']);
    expect(statesBefore('release')).toEqual(['asked', 'escalated']);
  });

  it('is open until it is settled, whoever settles it', () => {
    expect(openStates).toEqual(['asked', 'escalated']);
    expect(conflictStates.filter(isOpen)).toEqual(openStates);
  });
});
