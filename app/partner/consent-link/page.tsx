import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { listMailed } from '@/lib/oem/mailed-queries';
import { getConsentLink } from '@/lib/oem/queries';
import { paths } from '@/lib/paths';
import { LinkCard } from './link-card';
import { MailedTable } from './mailed-table';
import { NoLink } from './no-link';

export const metadata = { title: 'Consent link' };

interface ConsentLinkPageProps {
  searchParams: Promise<{ page?: string; mailed?: string }>;
}

/** An OEM's place for the one link by which its customers consent: asking for it, having it, mailing it. */
export default async function ConsentLinkPage({ searchParams }: ConsentLinkPageProps) {
  const { page, mailed: sentTo } = await searchParams;
  const here = paths.consentLink({ page });
  const consentLink = await load(getConsentLink, {}, here);
  const mailed = await load(listMailed, { page }, here);
  const actor = requireUser(await currentActor());
  const { link, ended } = consentLink;
  return (
    <>
      <LivePage topics={['oem_link', 'customers', 'requests']} name="Consent link" />
      <PageHeader
        title="Consent link"
        description="One link for every customer. It grants nothing by itself: a global administrator with a cloud-native account of each customer accepts or declines. It asks for no administrative access."
        action={
          link &&
          allows(actor, 'oem_link:mail') && (
            <a href={paths.mailConsentLink()} className={buttonClass()}>
              <Icon name="send" />
              Mail the link
            </a>
          )
        }
      />
      <div className="grid max-w-4xl gap-6">
        {link ? (
          <LinkCard link={link} ended={ended} />
        ) : (
          <NoLink consentLink={consentLink} person={actor} mayAsk={allows(actor, 'oem_link:ask')} />
        )}
        {(link || mailed.total > 0) && <MailedTable mailed={mailed} sentTo={sentTo} />}
      </div>
    </>
  );
}
