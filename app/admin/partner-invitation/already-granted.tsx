import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/button';
import { paths } from '@/lib/paths';

interface AlreadyGrantedProps {
  partnerName: string;
  /** Support ends the relationship of a manufacturer. */
  oem: boolean;
  providerName: string | null;
  /** Of the person signed in. */
  organization: string;
}

/** A standing link is opened again after everything it asks for was granted. */
export const AlreadyGranted = ({ partnerName, oem, providerName, organization }: AlreadyGrantedProps) => (
  <Notice
    title="Nothing to decide"
    action={
      <a href={paths.relationships()} className={buttonClass()}>
        See partner relationships
      </a>
    }
  >
    <p>
      {partnerName} already has everything from {organization} that this link asks for
      {providerName && `, with ${providerName} as its provider`}.
    </p>
    <p>You can see since when, and {oem ? 'ask support to remove it' : 'end it'}, under Partner relationships.</p>
  </Notice>
);
