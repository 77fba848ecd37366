interface Ending {
  /** Who asks to know: the sentences speak to them. */
  side: 'provider' | 'reseller';
  /** The other side's name. */
  other: string;
  /** Customers of the reseller whose consent names the provider. */
  customers: number;
}

const counted = (customers: number) => (customers === 1 ? '1 customer' : `${customers.toLocaleString('en')} customers`);

/** What ending an authorization does, in sentences for whoever is about to. */
export function endingConsequences({ side, other, customers }: Ending): string[] {
  const devices =
    side === 'reseller'
      ? customers === 0
        ? `No customer names ${other} in its consent with you, so no device is affected.`
        : `From this moment ${other} can no longer manage the devices of ${counted(customers)} whose consent with you names it.`
      : customers === 0
        ? `You reach no customer through ${other}, so no device is affected.`
        : `From this moment your organization can no longer manage the devices of ${counted(customers)} it reaches through ${other}.`;
  const unchanged =
    side === 'reseller'
      ? 'The consents of your customers stay as they are, and so does what you may do for them.'
      : `The consents of the customers stay as they are, and so does what ${other} may do for them.`;
  const requests =
    side === 'reseller'
      ? `Open requests that name ${other} can no longer be accepted, and new ones cannot name it.`
      : `Open requests of ${other} that name you can no longer be accepted.`;
  return [
    devices,
    unchanged,
    requests,
    'Devices that are registered stay registered.',
    `To work together again, ${side === 'reseller' ? `${other} has to invite you` : `you have to invite ${other}`} anew.`,
  ];
}
