import type { Scope } from '@/lib/auth/actor';

/** What each scope lets an API client do, in words. */
export const scopeNames: Record<Scope, { name: string; means: string }> = {
  read: {
    name: 'Read',
    means: 'Read customers, requests, devices, batches, conflicts, profiles and the activity log. Changes nothing.',
  },
  devices: {
    name: 'Devices',
    means: 'Register, change and deregister devices, follow what became of them, and ask for or answer releases.',
  },
  profiles: { name: 'Profiles', means: 'Make, change and delete profiles, and apply them to devices.' },
  customers: {
    name: 'Customers',
    means: 'See customers, ask for their consent, and end relationships and delegated administration.',
  },
  webhooks: {
    name: 'Webhooks',
    means: 'Choose where events are sent. They name customers, uploads, devices and conflicts.',
  },
  oem: { name: 'OEM', means: 'Register devices for customers that consented, deregister them, and ask beforehand.' },
};
