import { endSession } from '@/app/sign-out/actions';
import { Notice } from '@/components/shell/notice';
import { Button } from '@/components/ui/button';
import type { UserActor } from '@/lib/auth/actor';
import { formatDay } from '@/lib/consent/format-day';

interface PermissionRequiredProps {
  view: {
    kind: 'permission_required' | 'cloud_account_required' | 'own_organization' | 'wrong_organization';
    partnerName: string;
    organization: string;
    expiresAt: Date;
    administrators?: string[];
  };
  person: UserActor;
  here: string;
}

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const shownAdministrators = 5;

function Reason({ view }: Pick<PermissionRequiredProps, 'view'>) {
  const { partnerName, organization, administrators = [] } = view;
  switch (view.kind) {
    case 'wrong_organization':
      return (
        <p>
          {partnerName} sent this request to {organization}. Sign in with an account of {organization} to answer it.
        </p>
      );
    case 'own_organization':
      return (
        <p>
          Your own organization sent this request to {organization}. Only {organization} can answer it.
        </p>
      );
    case 'cloud_account_required':
      return (
        <p>
          Consent for a device manufacturer needs a global administrator whose sign-in name ends with .onmicrosoft.com.
          Sign in with such an account, or pass the link on to somebody who has one.
        </p>
      );
    case 'permission_required':
      return (
        <p>
          {partnerName} asks for a relationship with your organization. Only a global administrator can answer
          {administrators.length > 0 && `: ${list.format(administrators.slice(0, shownAdministrators))}`}.
        </p>
      );
  }
}

/** For everybody who holds the link and cannot answer: who can, and that nothing is lost. */
export const PermissionRequired = ({ view, person, here }: PermissionRequiredProps) => (
  <Notice
    title="Permission required"
    action={
      <form action={endSession}>
        <input type="hidden" name="next" value={here} />
        <Button type="submit" variant={view.kind === 'wrong_organization' ? 'primary' : 'secondary'}>
          Sign in with another account
        </Button>
      </form>
    }
  >
    <Reason view={view} />
    <p>
      You are signed in as {person.email} of {person.tenant.name}.
    </p>
    <p>
      The link stays good until {formatDay(view.expiresAt)}, and nothing was decided.
      {view.kind !== 'own_organization' && ' To pass it on, forward the mail it came in.'}
    </p>
  </Notice>
);
