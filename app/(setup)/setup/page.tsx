import { load } from '@/app/load';
import { heldToken } from '@/app/partner-invitation/held-token';
import { Notice } from '@/components/shell/notice';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import type { DeadSetup } from '@/lib/setup/find-setup-link';
import { findSetup } from '@/lib/setup/queries';
import { countries } from '@/lib/tenants/countries';
import { SetupForm } from './setup-form';

export const metadata = { title: 'Set up Countersign' };

interface SetupPageProps {
  searchParams: Promise<{ link?: string | string[] }>;
}

const dead: Record<DeadSetup, { title: string; sentence: string }> = {
  unknown: {
    title: 'Link not found',
    sentence: 'This browser holds no such link. Open it again as it was printed, with all of it.',
  },
  expired: {
    title: 'This link has expired',
    sentence: 'A set-up link works for a day. Start the portal again: every start prints a new one.',
  },
  used: {
    title: 'This portal is set up already',
    sentence: 'Set-up links work once. Ask a support administrator to invite you.',
  },
};

/** For who started the portal: its operator, and themselves as the first person of it. */
export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { link } = await searchParams;
  const found = await load(findSetup, { token: await heldToken(link) }, paths.setup());
  if (found.dead) {
    const { title, sentence } = dead[found.dead];
    const signIn = (
      <a href={paths.signIn()} className={buttonClass()}>
        Sign in
      </a>
    );
    return (
      <Notice title={title} action={found.dead === 'used' && signIn}>
        <p>{sentence}</p>
      </Notice>
    );
  }
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Set up Countersign"
        description="Name the organization that runs this portal, and be its first support administrator."
      />
      <Card>
        <SetupForm link={String(link)} countries={countries} />
      </Card>
    </div>
  );
}
