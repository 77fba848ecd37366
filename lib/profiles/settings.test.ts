import { describe, expect, it } from 'vitest';
import { whyKept } from './refusals';
import { knownSettings, offeredSettings, sayable } from './settings';

describe('the settings of a profile, in words', () => {
  it.each([
    [[], 'Nothing is skipped'],
    [['skip_eula'], 'Skip license terms'],
    [['skip_express_settings', 'oobe_user_not_local_admin'], 'Skip privacy settings, disable local administrator'],
  ] as const)('%j: %s', (settings, words) => {
    expect(sayable(settings)).toBe(words);
  });

  it('leave out what this version does not know', () => {
    expect(knownSettings(['skip_eula', 'skip_lunch'])).toEqual(['skip_eula']);
  });

  it('are four to choose from, and a fifth where a program has set it', () => {
    expect(offeredSettings([])).toHaveLength(4);
    expect(offeredSettings(['remove_oem_preinstalls'])).toContain('remove_oem_preinstalls');
  });
});

describe('a profile that cannot be deleted', () => {
  it.each([
    [{ reason: 'assigned', devices: 1 }, 'It is assigned to 1 device. Remove it from the device first.'],
    [{ reason: 'assigned', devices: 1200 }, 'It is assigned to 1,200 devices. Remove it from them first.'],
    [{ reason: 'awaited' }, expect.stringContaining('upload is under way')],
  ] as const)('%j says why', (outcome, words) => {
    expect(whyKept(outcome)).toEqual(words);
  });
});
