import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { PageHeader } from '@/components/ui/page-header';
import { currentActor } from '@/lib/auth/session';
import { isOpen } from '@/lib/oem/application-state';
import { getApplication } from '@/lib/oem/queue-queries';
import { paths } from '@/lib/paths';
import { ApplicationActions } from './application-actions';
import { ApplicationFacts } from './application-facts';
import { LinkCard } from './link-card';

export const metadata = { title: 'Consent link of an OEM' };

interface OemLinkPageProps {
  params: Promise<{ id: string }>;
}

/** One application: what the OEM says about itself, what support makes sure of, and how its link stands. */
export default async function OemLinkPage({ params }: OemLinkPageProps) {
  const { id } = await params;
  const application = await load(getApplication, { id }, paths.oemLink(id));
  const actor = await currentActor();
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['oem_link_queue']} name="Consent link of an OEM" />
      <PageHeader
        title="Consent link of an OEM"
        breadcrumb={[{ label: 'OEM links', href: paths.oemLinks() }]}
        description={`${application.partnerName} asks for the link by which its customers consent.`}
      />
      <div className="grid gap-4">
        <ApplicationFacts application={application} />
        {isOpen(application.state) && actor && <ApplicationActions application={application} actor={actor} />}
        {!isOpen(application.state) && <LinkCard application={application} />}
      </div>
    </div>
  );
}
