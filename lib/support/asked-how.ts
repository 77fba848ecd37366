/** How support was asked for something; `portal` is the customer's own request here, `support` is support's own decision. */
export const askedHow = ['portal', 'mail', 'phone', 'letter', 'support'] as const;
export type AskedHow = (typeof askedHow)[number];

export const askedHowNames: Record<AskedHow, string> = {
  portal: 'By a request in the portal',
  mail: 'By mail',
  phone: 'By phone',
  letter: 'By letter or in person',
  support: 'Nobody asked: support decided it',
};

/** Whether somebody has to be named who asked. */
export const isAsked = (how: AskedHow): boolean => how !== 'support' && how !== 'portal';
