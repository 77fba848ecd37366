import { DirectoryButton } from '@/components/directory/directory-button';
import { Card } from '@/components/ui/card';

/** In the place of everything one signs in with here, for whoever has it elsewhere. */
export const DirectoryCard = ({ here }: { here: string }) => (
  <Card title="Microsoft Entra ID">
    <div className="grid max-w-2xl gap-4">
      <p>
        You sign in with Microsoft. Your password and your second factor are kept by the directory of your organization,
        and are changed there.
      </p>
      <p>
        What weighs most here is only done within 15 minutes of signing in. Sign in again to go on, or to have your
        roles read again from the directory.
      </p>
      <DirectoryButton
        label="Sign in again"
        variant="secondary"
        next={here}
        prompt="login"
        className="justify-self-start"
      />
    </div>
  </Card>
);
