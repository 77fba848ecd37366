import { endSession } from '@/app/sign-out/actions';
import { Notice } from '@/components/shell/notice';
import { Button, buttonClass } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { paths } from '@/lib/paths';

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const shownAdministrators = 5;

interface Person {
  name: string;
  organization: string;
}

/** Signs out and asks for another account; the link is still at hand then. */
const OtherAccount = ({ here }: { here: string }) => (
  <form action={endSession}>
    <input type="hidden" name="next" value={here} />
    <Button type="submit" variant="secondary">
      Sign in with another account
    </Button>
  </form>
);

export const LinkedNotice = ({ provider, since }: { provider: string; since: Date }) => (
  <Notice
    title="Provider authorized"
    action={
      <a href={paths.providers()} className={buttonClass()}>
        See your providers
      </a>
    }
  >
    <p>
      {provider} is an indirect provider of your organization (since <RelativeTime at={since} />
      ). It may register and manage devices of those of your customers whose consent names it.
    </p>
    <p>You can end this at any time on the page of your providers.</p>
  </Notice>
);

interface WrongOrganizationProps {
  provider: string;
  /** As the provider called it. */
  asked: string;
  signedIn: Person;
  here: string;
}

export const WrongOrganization = ({ provider, asked, signedIn, here }: WrongOrganizationProps) => (
  <Notice title="Another organization is needed" action={<OtherAccount here={here} />}>
    <p>
      {provider} invites {asked} as indirect reseller. You are signed in as {signedIn.name} of {signedIn.organization},
      which cannot accept this.
    </p>
    <p>Sign in with an account of {asked}. The link still works then.</p>
  </Notice>
);

interface PermissionNoticeProps {
  provider: string;
  administrators: string[];
  signedIn: Person;
  expiresAt: Date;
  here: string;
}

export const PermissionNotice = ({ provider, administrators, signedIn, expiresAt, here }: PermissionNoticeProps) => (
  <Notice title="Permission required" action={<OtherAccount here={here} />}>
    <p>
      {provider} asks to be the indirect provider of {signedIn.organization}. Only a global administrator can decide
      that, and you are signed in as {signedIn.name}.
    </p>
    <p>
      {administrators.length > 0
        ? `Forward the mail to ${list.format(administrators.slice(0, shownAdministrators))}.`
        : 'Your organization has no global administrator here. Ask whoever looks after it.'}{' '}
      The link stays good: it runs out <RelativeTime at={expiresAt} />.
    </p>
  </Notice>
);
