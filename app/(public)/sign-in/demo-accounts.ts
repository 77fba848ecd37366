/** The accounts of the demo data; shown on the sign-in page of a demo and nowhere else. */
export const demoPassword = 'Countersign-Demo-2026';

export interface DemoGroup {
  organization: string;
  people: { email: string; does: string }[];
}

export const demoAccounts: DemoGroup[] = [
  {
    organization: 'Fabrikam, a direct partner',
    people: [
      { email: 'agent@fabrikam.example', does: 'asks for consent, registers devices' },
      { email: 'sales@fabrikam.example', does: 'the same, without profiles' },
      { email: 'helpdesk@fabrikam.example', does: 'looks, no devices' },
      { email: 'owner@fabrikam.example', does: 'global administrator' },
    ],
  },
  {
    organization: 'Contoso, not yet a customer',
    people: [
      { email: 'admin@contoso.onmicrosoft.com', does: 'can accept' },
      { email: 'user@contoso.onmicrosoft.com', does: 'cannot accept' },
      { email: 'intune@contoso.onmicrosoft.com', does: 'manages devices, cannot accept' },
    ],
  },
  {
    organization: 'Customers with partners',
    people: [
      { email: 'admin@tailspin.onmicrosoft.com', does: 'customer of Fabrikam' },
      { email: 'admin@wingtip.onmicrosoft.com', does: 'customer of Adatum and Proseware' },
      { email: 'admin@wingtip.example', does: 'the same, not cloud-native' },
    ],
  },
  {
    organization: 'Other partners',
    people: [
      { email: 'agent@northwind.example', does: 'indirect provider' },
      { email: 'agent@adatum.example', does: 'indirect reseller' },
      { email: 'agent@proseware.example', does: 'OEM' },
    ],
  },
  {
    organization: 'Countersign, the operator',
    people: [
      { email: 'support@countersign.example', does: 'support agent' },
      { email: 'lead@countersign.example', does: 'support administrator' },
    ],
  },
];
