import { Alert } from '@/components/ui/alert';

interface AskedInsteadProps {
  became: 'asked' | 'exists';
  organization: string;
}

/** Somebody else of the domain was first. */
export const AskedInstead = ({ became, organization }: AskedInsteadProps) => (
  <div className="text-base wrap-anywhere text-ink">
    {became === 'asked' ? (
      <Alert tone="success" title="We asked the administrators">
        {organization} is set up already, by somebody with an address of the same domain. We put the request before its
        global administrators, who can also invite you.
      </Alert>
    ) : (
      <Alert tone="info" title={`${organization} is set up already`}>
        Somebody with an address of the same domain was first. The request you came from cannot be answered by{' '}
        {organization}, so nobody was asked. An administrator of {organization} can invite you.
      </Alert>
    )}
  </div>
);
