/** What a list knows of a customer. */
export interface ListedCustomer {
  id: string;
  name: string;
  domain: string;
}
