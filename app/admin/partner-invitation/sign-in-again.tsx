import { DirectoryButton } from '@/components/directory/directory-button';
import { Card } from '@/components/ui/card';

/** In the place of the answer, for whoever signed in by a directory and too long ago. */
export const SignInAgain = ({ here }: { here: string }) => (
  <Card title="Sign in again to answer">
    <div className="grid max-w-2xl gap-4">
      <p>
        You signed in more than 15 minutes ago. Before you answer for your whole organization, its directory is asked
        once more who you are and whether you are still a Global Administrator.
      </p>
      <p className="text-muted">You come back to this page. Nothing is granted by signing in.</p>
      <DirectoryButton label="Sign in again" next={here} prompt="login" className="justify-self-start" />
    </div>
  </Card>
);
