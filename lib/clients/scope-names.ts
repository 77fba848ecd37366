import type { Scope } from '@/lib/auth/actor';

/** What each scope lets an API client do, in words. */
export const scopeNames: Record<Scope, { name: string; means: string }> = {
  read: { name: 'Read', means: 'Read customers, devices, batches, profiles and the activity log. Changes nothing.' },
  devices: { name: 'Devices', means: 'Register, change and deregister devices, and follow what became of them.' },
  profiles: { name: 'Profiles', means: 'Make, change and delete profiles, and apply them to devices.' },
  customers: { name: 'Customers', means: 'See customers, and end relationships and delegated administration.' },
  webhooks: {
    name: 'Webhooks',
    means: 'Choose where events are sent. They name customers, uploads, devices and conflicts.',
  },
};
