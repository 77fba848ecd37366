import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Application } from '@/lib/oem/queue-queries';
import { ReplaceLink, WithdrawLink } from './reasoned';

/** How the OEM of an answered application stands with its link now, and what support can do about it. */
export function LinkCard({ application: { link, ended, partnerName } }: { application: Application }) {
  const before = ended && {
    term: link ? 'Link before it' : 'Its last link',
    description: (
      <>
        ended <RelativeTime at={ended.at} />: <q>{ended.reason}</q>
      </>
    ),
  };
  return (
    <Card title="Its link now">
      <div className="grid gap-4">
        <DefinitionList
          items={[
            {
              term: 'State',
              description: link ? (
                <Badge tone="success" icon="check">
                  Works
                </Badge>
              ) : (
                <Badge tone="neutral" icon="minus">
                  None
                </Badge>
              ),
            },
            ...(link
              ? [
                  {
                    term: 'Issued',
                    description: (
                      <>
                        <RelativeTime at={link.issuedAt} /> by {link.issuedBy}
                      </>
                    ),
                  },
                ]
              : []),
            ...(before ? [before] : []),
          ]}
        />
        {link ? (
          <div className="flex flex-wrap items-start gap-3">
            <ReplaceLink linkId={link.id} partnerName={partnerName} />
            <WithdrawLink linkId={link.id} partnerName={partnerName} />
          </div>
        ) : (
          <p className="text-muted">{partnerName} can ask for a link again; you find that among the open ones.</p>
        )}
      </div>
    </Card>
  );
}
