interface Ending {
  partnerName: string;
  customerName: string;
  /** The provider that may act through it now. */
  providerName: string | null;
  dap: boolean;
}

/**
 * What ending a consent does, in sentences for whoever is about to; the receipt keeps the same sentences. They hold no
 * number that an upload could change while somebody reads them.
 */
export const endingConsequences = {
  customer: ({ partnerName, providerName, dap }: Ending): string[] => [
    `From this moment ${partnerName} can no longer register devices for you, nor see or manage those it registered.`,
    ...(providerName ? [`The same goes for its provider ${providerName}.`] : []),
    ...(dap ? ['Its delegated administration permissions end with it.'] : []),
    'Devices that are registered stay registered.',
    `To work together again, ${partnerName} has to ask you anew.`,
  ],
  partner: ({ customerName, providerName, dap }: Ending): string[] => [
    `From this moment your organization can no longer register devices for ${customerName}, nor see or manage those it registered.`,
    ...(providerName ? [`The same goes for your provider ${providerName}.`] : []),
    ...(dap ? ['Your delegated administration permissions end with it.'] : []),
    'Devices that are registered stay registered. An upload that is running stops.',
    `What happened so far stays readable under Requests and in the activity log. To work together again, you have to ask ${customerName} anew.`,
  ],
  support: ({ partnerName, customerName }: Ending): string[] => [
    `From this moment ${partnerName} can no longer register devices for ${customerName}, nor see or manage those it registered.`,
    'Devices that are registered stay registered.',
    `To work together again, ${partnerName} has to ask ${customerName} anew.`,
  ],
};

/** What taking the delegated admin privileges back does. */
export const dapRemovalConsequences = (partnerName: string): string[] => [
  `From this moment ${partnerName} has no administrative access to your organization.`,
  'It can still register devices for you: the relationship stays as it is.',
];
