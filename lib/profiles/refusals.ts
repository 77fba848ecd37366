const number = new Intl.NumberFormat('en');

/** Why a profile cannot be deleted now, and what to do about it. */
export function whyKept(outcome: { reason: 'assigned'; devices: number } | { reason: 'awaited' }): string {
  if (outcome.reason === 'awaited')
    return 'An upload is under way that gives it to what it registers. Wait for its end, or cancel it.';
  const { devices } = outcome;
  return devices === 1
    ? 'It is assigned to 1 device. Remove it from the device first.'
    : `It is assigned to ${number.format(devices)} devices. Remove it from them first.`;
}
