/** What a sentence is made of. Names are null where the event concerns nobody of that kind. */
export interface Told {
  customer: string | null;
  partner: string | null;
  provider: string | null;
  detail: Record<string, unknown>;
}

export const topics = {
  sign_in: 'Sign-in',
  people: 'People',
  consent: 'Consent',
  partners: 'Partner to partner',
  devices: 'Devices',
  api: 'API',
  support: 'Support',
  portal: 'Portal',
} as const;

export interface Wording {
  topic: keyof typeof topics;
  /** The action on its own, as one chooses it from a list. */
  label: string;
  /** The event, said after the name of who did it. */
  say: (told: Told) => string;
  /** What the event's subject is, to stand before its id; without one, the id says nothing to a reader. */
  subject?: string;
  /** A part of a longer work, or a trifle: left out of a log unless asked for. */
  step?: true;
  /** Concerns no organisation, so that only the operator's log has it. */
  operatorOnly?: true;
}

export const number = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en') : 'some');
export const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
export const some = (value: unknown, what: string): string => `${number(value)} ${what}${value === 1 ? '' : 's'}`;
export const forCustomer = ({ customer }: Told): string => (customer ? ` for ${customer}` : '');
export const partnerOf = ({ partner }: Told): string => partner ?? 'a partner';
export const counterpartOf = ({ detail, provider }: Told): string =>
  text(detail.counterpartName, provider ?? 'a partner');
