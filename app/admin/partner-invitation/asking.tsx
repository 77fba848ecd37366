import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

interface AskingProps {
  /** Oldest first, as people without an account typed them. */
  addresses: string[];
  /** Where the reader's people are. */
  place: string;
}

const shownAddresses = 3;

/** Who without an account wants an answer, the latest of them, and the way to give them one. */
export const Asking = ({ addresses, place }: AskingProps) =>
  addresses.slice(-shownAddresses).map((email) => (
    <Alert key={email} tone="info" title={`Somebody without an account gave the address ${email}`}>
      <p>They want your organization to answer. We have not checked that the address is theirs.</p>
      <p>
        If you know them, <TextLink href={paths.invitePerson(place, { email })}>invite {email}</TextLink>.
      </p>
    </Alert>
  ));
