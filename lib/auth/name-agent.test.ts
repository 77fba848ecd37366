import { describe, expect, it } from 'vitest';
import { nameAgent } from './name-agent';

const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('the device behind a User-Agent', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium}`, 'Chrome on Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Edg/140.0.0.0`, 'Microsoft Edge on Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    ['', 'A program'],
    [null, 'A program'],
  ])('%s is called %s', (agent, name) => {
    expect(nameAgent(agent)).toBe(name);
  });

  it('stays short and harmless, whatever it says', () => {
    expect(nameAgent('<script>alert(1)</script>').length).toBeLessThan(60);
    expect(nameAgent('\u202Eevil')).not.toContain('\u202E');
  });
});
