import { forCustomer, number, some, text, type Wording } from './wording';

const failures: Record<string, string> = {
  all_or_nothing: 'some of its rows cannot be registered',
  consent_revoked: 'the customer’s consent ended',
  permission_revoked: 'the sender’s account or role was taken away',
  suspended: 'support suspended a partner or an API client that it depends on',
  temporary: 'of a fault on our side',
  unreadable: 'the file cannot be read',
};

/** Uploads and devices. */
export const deviceWordings: Record<string, Wording> = {
  'upload.opened': {
    topic: 'devices',
    label: 'Upload begun',
    subject: 'Upload',
    step: true,
    say: (told) => `Began to send a device file${forCustomer(told)}`,
  },
  'upload.dropped': {
    topic: 'devices',
    label: 'Incomplete upload removed',
    subject: 'Upload',
    say: (told) => `Removed a device file${forCustomer(told)} that did not arrive whole`,
  },
  'surface.registered': {
    topic: 'devices',
    label: 'Surface devices registered by support',
    subject: 'Surface registration',
    say: (told) => `Registers ${some(told.detail.devices, 'Surface device')}${forCustomer(told)} for support`,
  },
  'surface.taken_back': {
    topic: 'devices',
    label: 'Surface devices taken back by support',
    subject: 'Surface registration',
    say: (told) => `Takes back ${some(told.detail.devices, 'Surface device')}${forCustomer(told)} for support`,
  },
  'upload.received': {
    topic: 'devices',
    label: 'Devices uploaded',
    subject: 'Upload',
    say: (told) =>
      `Uploaded ${some(told.detail.total, 'row')}${forCustomer(told)} into the batch “${text(told.detail.batch, 'unnamed')}”`,
  },
  'upload.started': {
    topic: 'devices',
    label: 'Registration begun',
    subject: 'Upload',
    step: true,
    say: (told) => `Began to register an upload${forCustomer(told)}`,
  },
  'upload.checked': {
    topic: 'devices',
    label: 'Upload checked',
    subject: 'Upload',
    step: true,
    say: (told) => `Checked an upload${forCustomer(told)}: ${some(told.detail.rejected, 'row')} cannot be registered`,
  },
  'devices.registered': {
    topic: 'devices',
    label: 'Rows registered',
    subject: 'Upload',
    step: true,
    say: (told) =>
      `Worked through rows ${number(told.detail.firstRow)} to ${number(told.detail.lastRow)} of an upload` +
      `${forCustomer(told)}: ${number(told.detail.registered)} registered`,
  },
  'devices.withdrawn': {
    topic: 'devices',
    label: 'Registered rows taken back',
    subject: 'Upload',
    step: true,
    say: (told) => `Took back ${some(told.detail.withdrawn, 'device')} of an all-or-nothing upload${forCustomer(told)}`,
  },
  'upload.finished': {
    topic: 'devices',
    label: 'Upload finished',
    subject: 'Upload',
    say: (told) =>
      `Finished an upload${forCustomer(told)}: ${number(told.detail.registered)} registered, ` +
      `${number(told.detail.unchanged)} unchanged, ${number(told.detail.rejected)} rejected`,
  },
  'upload.canceled': {
    topic: 'devices',
    label: 'Upload canceled',
    subject: 'Upload',
    say: (told) => `Canceled an upload${forCustomer(told)} after ${some(told.detail.doneRows, 'row')}`,
  },
  'devices.removed': {
    topic: 'devices',
    label: 'Devices deregistered',
    say: (told) => `Deregistered ${some(told.detail.deregistered, 'device')}${forCustomer(told)}`,
  },
  'devices.tagged': {
    topic: 'devices',
    label: 'Group tag changed',
    say: (told) =>
      told.detail.groupTag === ''
        ? `Took the group tag off ${some(told.detail.devices, 'device')}${forCustomer(told)}`
        : `Gave ${some(told.detail.devices, 'device')}${forCustomer(told)} the group tag “${text(told.detail.groupTag, 'unnamed')}”`,
  },
  'devices.moved': {
    topic: 'devices',
    label: 'Devices moved to another batch',
    subject: 'Batch',
    say: (told) =>
      `Moved ${some(told.detail.devices, 'device')}${forCustomer(told)} into the batch “${text(told.detail.batch, 'unnamed')}”`,
  },
  'devices.repaired': {
    topic: 'devices',
    label: 'Device repaired',
    subject: 'Device',
    say: (told) =>
      `Replaced the hardware of the device ${text(told.detail.before, 'without name')}${forCustomer(told)}, which is now ${text(told.detail.after, 'without name')}`,
  },
  'upload.undone': {
    topic: 'devices',
    label: 'Upload undone',
    subject: 'Upload',
    say: (told) => `Undid an upload${forCustomer(told)} that had registered ${some(told.detail.registered, 'device')}`,
  },
  'devices.deregistered': {
    topic: 'devices',
    label: 'Devices of an undone upload deregistered',
    subject: 'Upload',
    step: true,
    say: (told) => `Deregistered ${some(told.detail.deregistered, 'device')} of an undone upload${forCustomer(told)}`,
  },
  'upload.failed': {
    topic: 'devices',
    label: 'Upload stopped',
    subject: 'Upload',
    say: (told) =>
      `Stopped an upload${forCustomer(told)}, because ${failures[String(told.detail.failureCode)] ?? 'it cannot go on'}`,
  },
};
