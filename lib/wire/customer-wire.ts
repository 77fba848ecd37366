import type { ListedCustomer } from './reached-customer';

interface Whole extends ListedCustomer {
  /** Null where it is not for the partner to see. */
  country: string | null;
  dap: boolean;
  holderId: string;
  resellerName: string | null;
}

const uriOf = (id: string) => `/customers/${id}`;

/** A customer as a list has it. */
export const customerItem = ({ id, name, domain }: ListedCustomer) => ({
  id,
  companyProfile: {
    tenantId: id,
    domain,
    companyName: name,
    attributes: { objectType: 'CustomerCompanyProfile' },
  },
  relationshipToPartner: 'reseller',
  links: { self: { uri: uriOf(id), method: 'GET', headers: [] } },
  attributes: { objectType: 'Customer' },
});

/** A customer on its own. Of a bill there is nothing here, so its profile says whom it would go to. */
export const customerWhole = (customer: Whole) => ({
  ...customerItem(customer),
  billingProfile: {
    companyName: customer.name,
    culture: 'en-US',
    language: 'en',
    ...(customer.country ? { defaultAddress: { country: customer.country } } : {}),
    attributes: { objectType: 'CustomerBillingProfile' },
  },
  allowDelegatedAccess: customer.dap,
  customDomains: [customer.domain],
  ...(customer.resellerName ? { associatedPartnerId: customer.holderId } : {}),
});

interface Partner {
  id: string;
  name: string;
  mpnId: string | null;
  country: string;
}

/** Another partner, and what it is to the one who asks. */
export const relationshipItem = (partner: Partner, relationshipType: string) => ({
  id: partner.id,
  name: partner.name,
  relationshipType,
  state: 'Active',
  ...(partner.mpnId ? { mpnId: partner.mpnId } : {}),
  location: partner.country,
  attributes: { objectType: 'PartnerRelationship' },
});
