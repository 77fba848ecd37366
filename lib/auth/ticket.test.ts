import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { later, minutes, setClock } from '@/lib/clock';
import { issueTicket, readTicket } from './ticket';

const content = z.object({ userId: z.string() });
const read = (ticket: string, purpose: Parameters<typeof readTicket>[0] = 'second_step') =>
  readTicket(purpose, ticket, content)?.userId ?? null;

afterEach(() => setClock());

describe('a ticket', () => {
  it('comes back as it was given out', () => {
    expect(read(issueTicket('second_step', { userId: 'ada' }, minutes(10)))).toBe('ada');
  });

  it('is good to its last moment and no longer', () => {
    const at = new Date('2026-03-01T12:00:00Z');
    setClock(() => at);
    const ticket = issueTicket('second_step', { userId: 'ada' }, minutes(10));
    setClock(() => later(at, minutes(10) - 1));
    expect(read(ticket)).toBe('ada');
    setClock(() => later(at, minutes(10)));
    expect(read(ticket)).toBeNull();
  });

  it('opens nothing but what it is for', () => {
    expect(read(issueTicket('totp_offer', { userId: 'ada' }, minutes(10)))).toBeNull();
  });

  it.each(['', 'nonsense', 'A'.repeat(80)])('is not made by anybody else: %j', (made) => {
    expect(read(made)).toBeNull();
  });

  it('is no longer one once it was touched', () => {
    const ticket = issueTicket('second_step', { userId: 'ada' }, minutes(10));
    const touched = ticket.slice(0, -3) + (ticket.endsWith('AAA') ? 'BBB' : 'AAA');
    expect(read(touched)).toBeNull();
  });
});
