import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './origin';

describe('the origin of a change', () => {
  it.each([
    ['https://portal.example', 'https://portal.example', true],
    ['https://portal.example:8443', 'https://portal.example', false],
    ['http://portal.example', 'https://portal.example', false],
    ['https://portal.example.evil.example', 'https://portal.example', false],
    ['null', 'https://portal.example', false],
    [null, 'https://portal.example', false],
    ['', 'https://portal.example', false],
    ['http://localhost:3000', 'http://localhost:3000', true],
    ['http://127.0.0.1:3000', 'http://localhost:3000', true],
    ['http://127.0.0.1:3001', 'http://localhost:3000', false],
    ['http://127.0.0.1:3000/path', 'http://localhost:3000', false],
    ['http://localhost:3000', 'https://portal.example', false],
  ])('%s against %s is ours: %s', (origin, own, expected) => {
    expect(isOwnOrigin(origin, own)).toBe(expected);
  });
});
