import { useFormats } from '#formats';
import { Notice } from '@/components/shell/notice';
import type { UserActor } from '@/lib/auth/actor';
import { cloudNativeDomain } from '@/lib/consent/cloud-native';
import { AnotherAccount } from './another-account';
import { ForwardCard } from './forward-card';
import type { HeldLink } from './held-link';

interface Obstacle {
  partnerName: string;
  /** The partner is a manufacturer. */
  oem: boolean;
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

/** Whose yes a manufacturer needs, as an account one can sign in with. */
function cloudAccount({ tenant, directory }: UserActor): string {
  if (directory)
    return 'a cloud-native account, one that your directory itself keeps and whose sign-in name ends with .onmicrosoft.com';
  const domain = cloudNativeDomain(tenant.domain);
  return domain
    ? `a cloud-native account, one that signs in with a name @${domain}`
    : `a cloud-native account, one whose sign-in name ends with .onmicrosoft.com; ${tenant.name} has no such domain here`;
}

function Reason({ view, person }: Pick<PermissionRequiredProps, 'view' | 'person'>) {
  const { kind, partnerName, organization, oem } = view;
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
          You are a global administrator, but {person.email} is not a cloud-native account. {partnerName} is a device
          manufacturer, and its consent takes {cloudAccount(person)}. Sign in with such an account, or forward the
          request to somebody who has one.
        </p>
      );
    case 'permission_required':
      return (
        <p>
          {partnerName} asks for a relationship with your organization. Only a global administrator can answer, and you
          are not one.
          {oem && ` It is a device manufacturer, so the administrator also needs ${cloudAccount(person)}.`}
        </p>
      );
  }
}

/** For everybody who holds the link and cannot answer: who can, and that nothing is lost. */
export function PermissionRequired({ view, link, person, here }: PermissionRequiredProps) {
  const { day } = useFormats();
  const { kind, partnerName, organization, expiresAt } = view;
  const until = expiresAt ? `until ${day(expiresAt)}` : `as long as ${partnerName} uses it`;
  return (
    <Notice
      title="Permission required"
      action={<AnotherAccount here={here} variant={kind === 'wrong_organization' ? 'primary' : 'secondary'} />}
    >
      <Reason view={view} person={person} />
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
