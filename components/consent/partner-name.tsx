/** A partner by its name, with the domain below it. */
export const PartnerName = ({ partnerName, partnerDomain }: { partnerName: string; partnerDomain: string }) => (
  <>
    {partnerName}
    <span className="block text-sm font-normal text-muted">{partnerDomain}</span>
  </>
);
