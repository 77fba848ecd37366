/** What a profile can switch off on a new device; the names are those of the REST API. */
export const profileSettings = [
  'skip_express_settings',
  'oobe_user_not_local_admin',
  'skip_oem_registration',
  'skip_eula',
  'remove_oem_preinstalls',
] as const;
export type ProfileSetting = (typeof profileSettings)[number];

interface Words {
  label: string;
  /** What it does to whoever switches the device on. */
  sentence: string;
}

export const settingWords: Record<ProfileSetting, Words> = {
  skip_express_settings: {
    label: 'Skip privacy settings',
    sentence: 'The person who sets the device up is not asked what it may send to Microsoft.',
  },
  oobe_user_not_local_admin: {
    label: 'Disable local administrator',
    sentence: 'The person who sets the device up becomes a standard user of it, not an administrator.',
  },
  skip_oem_registration: {
    label: 'Skip extra pages',
    sentence: 'Setup leaves out the manufacturer’s registration, Cortana, OneDrive and the like.',
  },
  skip_eula: {
    label: 'Skip license terms',
    sentence: 'The person who sets the device up does not see the license terms of Windows.',
  },
  remove_oem_preinstalls: {
    label: 'Remove preinstalled apps',
    sentence: 'What the manufacturer installed beside Windows is removed.',
  },
};

/** Of stored settings those that this version knows, in one order. */
export const knownSettings = (stored: readonly string[]): ProfileSetting[] =>
  profileSettings.filter((setting) => stored.includes(setting));

/** A profile's settings in a few words. */
export const sayable = (settings: readonly ProfileSetting[]): string =>
  settings.length === 0
    ? 'Nothing is skipped'
    : settings
        .map((setting) => settingWords[setting].label)
        .map((label, at) => (at === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)))
        .join(', ');

/** Four are for people to choose; the fifth only programs set, and a form shows it where it is set. */
export const offeredSettings = (set: readonly ProfileSetting[]): ProfileSetting[] =>
  profileSettings.filter((setting) => setting !== 'remove_oem_preinstalls' || set.includes(setting));
