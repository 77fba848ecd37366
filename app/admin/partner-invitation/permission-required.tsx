import { Notice } from '@/components/shell/notice';
import type { UserActor } from '@/lib/auth/actor';
import { formatDay } from '@/lib/consent/format-day';
import { AnotherAccount } from './another-account';
import { ForwardCard } from './forward-card';
import type { HeldLink } from './held-link';

interface Obstacle {
  partnerName: string;
  /** Whom the partner wrote to, and until when they can answer; null for a standing link. */
  organization: string | null;
  expiresAt: Date | null;
}

interface PermissionRequiredProps {
  view: Obstacle &
    (
      | { kind: 'own_organization' | 'wrong_organization' }
      | {
          kind: 'permission_required' | 'cloud_account_required';
          administrators: string[];
          forwarded: { at: Date; note: string } | null;
        }
    );
  link: HeldLink;
  person: UserActor;
  here: string;
}

function Reason({ view: { kind, partnerName, organization } }: Pick<PermissionRequiredProps, 'view'>) {
  switch (kind) {
    case 'wrong_organization':
      return (
        <p>
          {partnerName} sent this request to {organization}. Sign in with an account of {organization} to answer it.
        </p>
      );
    case 'own_organization':
      return organization ? (
        <p>
          Your own organization sent this request to {organization}. Only {organization} can answer it.
        </p>
      ) : (
        <p>This is the standing link of your own organization. Only a customer of yours can answer it.</p>
      );
    case 'cloud_account_required':
      return (
        <p>
          Consent for a device manufacturer needs a global administrator whose sign-in name ends with .onmicrosoft.com.
          Sign in with such an account, or forward the request to somebody who has one.
        </p>
      );
    case 'permission_required':
      return (
        <p>{partnerName} asks for a relationship with your organization. Only a global administrator can answer.</p>
      );
  }
}

/** For everybody who holds the link and cannot answer: who can, and that nothing is lost. */
export function PermissionRequired({ view, link, person, here }: PermissionRequiredProps) {
  const { kind, partnerName, organization, expiresAt } = view;
  const until = expiresAt ? `until ${formatDay(expiresAt)}` : `as long as ${partnerName} uses it`;
  return (
    <Notice
      title="Permission required"
      action={<AnotherAccount here={here} variant={kind === 'wrong_organization' ? 'primary' : 'secondary'} />}
    >
      <Reason view={view} />
      <p>
        You are signed in as {person.email} of {person.tenant.name}.
      </p>
      <p>
        The link stays good {until}, and nothing was decided.
        {kind === 'wrong_organization' && ` To pass it on to ${organization}, forward the mail it came in.`}
      </p>
      {'administrators' in view && <ForwardCard {...view} link={link} organization={person.tenant.name} />}
    </Notice>
  );
}
