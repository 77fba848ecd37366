import { load } from '@/app/load';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { readDirectory, type ShownDirectory } from '@/lib/directory/queries';
import { connectingProblem } from '@/lib/directory/refusals';
import { paths } from '@/lib/paths';
import { Connect } from './connect';
import { Disconnect } from './disconnect';

export interface DirectoryPageProps {
  searchParams: Promise<{ done?: string | string[]; problem?: string | string[] }>;
}

/** What a directory gives to people of each kind of organization. */
const gives: Record<ShownDirectory['kind'], string> = {
  customer:
    'Roles come from the directory each time somebody signs in: Global Administrators and Intune Administrators are the same here, everybody else is a user.',
  partner:
    'Global Administrators of the directory are global administrators here, as long as they are. Everybody else can sign in once you have given them a role on the People page.',
  operator:
    'Roles are not read from the directory. Whoever comes from it can sign in once you have given them one on the People page.',
};

/** Whether the people of an organization sign in by its directory; the same page in each place. */
export async function DirectoryPage({ place, searchParams }: DirectoryPageProps & { place: string }) {
  const { done, problem } = await searchParams;
  const here = paths.directory(place);
  const shown = await load(readDirectory, {}, here);
  return (
    <>
      <PageHeader
        title="Directory"
        breadcrumb={[{ label: 'People', href: paths.people(place) }]}
        description="How the people of your organization sign in with Microsoft."
      />
      <div className="grid gap-4">
        {done === 'connected' && shown.directoryId && (
          <Alert tone="success">{shown.organization} is connected to its directory.</Alert>
        )}
        {typeof problem === 'string' && (
          <Alert tone="danger" title="Nothing was connected">
            {connectingProblem(problem)}
          </Alert>
        )}
        {shown.directoryId ? (
          <Connected {...shown} directoryId={shown.directoryId} here={here} />
        ) : (
          <NotConnected {...shown} here={here} />
        )}
      </div>
    </>
  );
}

const Connected = ({
  directoryId,
  kind,
  mayDisconnect,
  own,
  here,
}: ShownDirectory & { directoryId: string; here: string }) => (
  <Card
    title="Microsoft Entra ID"
    action={
      <Badge tone="success" icon="check">
        Connected
      </Badge>
    }
  >
    <div className="grid gap-5">
      <DefinitionList
        items={[
          { term: 'Directory', description: directoryId },
          { term: 'Roles', description: gives[kind] },
        ]}
      />
      {mayDisconnect ? (
        <Disconnect own={own} next={here} />
      ) : (
        <p className="text-muted">
          To disconnect it, somebody must be left who can sign in: invite an administrator of your organization by mail
          first, who chooses a password.
        </p>
      )}
    </div>
  </Card>
);

const NotConnected = ({ offered, kind, here }: ShownDirectory & { here: string }) => (
  <Card title="Microsoft Entra ID" action={<Badge tone="neutral">Not connected</Badge>}>
    <div className="grid max-w-2xl gap-4">
      <p>
        Once your organization is connected, everybody in its directory can sign in with Microsoft. Accounts with a
        password work as before.
      </p>
      <p>{gives[kind]}</p>
      {offered ? (
        <>
          <p>To connect it, sign in at Microsoft as a Global Administrator of your directory.</p>
          <Connect next={here} />
        </>
      ) : (
        <p className="text-muted">This portal is not set up for Microsoft Entra ID. Whoever runs it can do that.</p>
      )}
    </div>
  </Card>
);
