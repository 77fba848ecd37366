import { forCustomer, some, type Told, text, type Wording } from './wording';

const named = ({ detail }: Told): string => `“${text(detail.profile, 'unnamed')}”`;

/** Profiles and what they are applied to. */
export const profileWordings: Record<string, Wording> = {
  'profile.created': {
    topic: 'devices',
    label: 'Profile made',
    subject: 'Profile',
    say: (told) => `Made the profile ${named(told)}${forCustomer(told)}`,
  },
  'profile.edited': {
    topic: 'devices',
    label: 'Profile changed',
    subject: 'Profile',
    say: (told) => `Changed the profile ${named(told)}${forCustomer(told)}`,
  },
  'profile.deleted': {
    topic: 'devices',
    label: 'Profile deleted',
    subject: 'Profile',
    say: (told) => `Deleted the profile ${named(told)}${forCustomer(told)}`,
  },
  'profile.default_set': {
    topic: 'devices',
    label: 'Default profile set',
    subject: 'Profile',
    say: (told) =>
      told.detail.profile === ''
        ? `Stopped giving new devices${forCustomer(told)} a profile`
        : `Made ${named(told)} the profile of new devices${forCustomer(told)}`,
  },
  'devices.profiled': {
    topic: 'devices',
    label: 'Profile applied to devices',
    subject: 'Profile',
    say: (told) =>
      told.detail.profile === ''
        ? `Took the profile off ${some(told.detail.devices, 'device')}${forCustomer(told)}`
        : `Gave ${some(told.detail.devices, 'device')}${forCustomer(told)} the profile ${named(told)}`,
  },
  'batch.profile_asked': {
    topic: 'devices',
    label: 'Profile applied to a batch',
    subject: 'Batch',
    say: (told) => {
      const batch = `the batch “${text(told.detail.batch, 'unnamed')}”${forCustomer(told)}`;
      return told.detail.profile === '' ? `Took the profile off ${batch}` : `Gave ${batch} the profile ${named(told)}`;
    },
  },
  'devices.batch_profiled': {
    topic: 'devices',
    label: 'Devices of a batch worked through',
    subject: 'Batch',
    step: true,
    say: (told) =>
      `Worked through ${some(told.detail.devices, 'device')} of the batch “${text(told.detail.batch, 'unnamed')}”` +
      `${forCustomer(told)} to set the profile`,
  },
};
