import { useFormats } from '#formats';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { ConsentLink } from '@/lib/oem/queries';
import { paths } from '@/lib/paths';

interface LinkCardProps {
  link: NonNullable<ConsentLink['link']>;
  ended: ConsentLink['ended'];
}

/** The link as an OEM hands it out, and how it was answered. */
export function LinkCard({ link: { url, issuedAt, accepted, declined }, ended }: LinkCardProps) {
  const { number } = useFormats();
  return (
    <Card title="Your link">
      <div className="grid gap-6">
        {ended && (
          <Alert tone="warning" title="Support replaced the link before this one">
            <q>{ended.reason}</q> (<RelativeTime at={ended.at} />) Wherever you put the old link, put this one in its
            place.
          </Alert>
        )}
        <p className="flex items-start gap-2 rounded-md border border-line bg-sunken p-3">
          <code className="min-w-0 grow text-sm break-all">{url}</code>
          <CopyButton value={url} label="Copy the consent link" />
        </p>
        <DefinitionList
          items={[
            {
              term: 'Accepted by it',
              description: (
                <>
                  {number(accepted)} (<TextLink href={paths.customers()}>see your customers</TextLink>)
                </>
              ),
            },
            {
              term: 'Declined by it',
              description: (
                <>
                  {number(declined)}
                  {declined > 0 && (
                    <>
                      {' '}
                      (<TextLink href={paths.requests({ state: 'declined' })}>see why</TextLink>)
                    </>
                  )}
                </>
              ),
            },
            {
              term: 'Issued',
              description: (
                <>
                  <RelativeTime at={issuedAt} /> by support. Only support replaces or withdraws it.
                </>
              ),
            },
          ]}
        />
      </div>
    </Card>
  );
}
