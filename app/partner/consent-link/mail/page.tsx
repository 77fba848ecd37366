import { Unplug } from 'lucide-react';
import { load } from '@/app/load';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { env } from '@/lib/env';
import { getLinkSender } from '@/lib/oem/queries';
import { paths } from '@/lib/paths';
import { MailForm } from './mail-form';

export const metadata = { title: 'Mail the consent link' };

export default async function MailConsentLinkPage() {
  const { partner, hasLink, today } = await load(getLinkSender, {}, paths.mailConsentLink());
  return (
    <>
      <PageHeader
        title="Mail the consent link"
        description="We mail your link to one customer. A global administrator of the customer accepts or declines by it."
        breadcrumb={[{ label: 'Consent link', href: paths.consentLink() }]}
      />
      {hasLink ? (
        <MailForm partner={partner} today={today} origin={env.APP_ORIGIN} from={env.MAIL_FROM} />
      ) : (
        <EmptyState icon={Unplug} title="There is no link to mail">
          Support issues it. <TextLink href={paths.consentLink()}>See how it stands</TextLink>.
        </EmptyState>
      )}
    </>
  );
}
