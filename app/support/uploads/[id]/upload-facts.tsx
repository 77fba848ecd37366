import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { SupportedUploadFile } from '@/lib/support/upload-queries';

const modes = { keep_good: 'Keeps good rows', all_or_nothing: 'All rows or none' };

/** Who sent an upload for whom, when and how. */
export function UploadFacts({ upload }: { upload: SupportedUploadFile }) {
  const { number } = useFormats();
  const { id, partner, customerId, customerName, personName, batch, mode, profile } = upload;
  const { createdAt, startedAt, finishedAt, canceledBy, undo, bytes, sha256 } = upload;
  const time = (term: string, at: Date | null) => (at ? [{ term, description: <RelativeTime at={at} /> }] : []);
  return (
    <Card title="The upload">
      <DefinitionList
        items={[
          {
            term: 'Partner',
            description: (
              <>
                <TextLink href={paths.supportTenant(partner.id)}>{partner.name}</TextLink>, by{' '}
                {personName || 'nobody any more'}
              </>
            ),
          },
          {
            term: 'Customer',
            description: <TextLink href={paths.supportTenant(customerId)}>{customerName}</TextLink>,
          },
          { term: 'Batch', description: batch },
          ...(profile ? [{ term: 'Profile', description: profile }] : []),
          { term: 'Mode', description: modes[mode] },
          ...time('Sent', createdAt),
          ...time('Started', startedAt),
          ...time('Finished', finishedAt),
          ...(canceledBy ? [{ term: 'Canceled by', description: canceledBy }] : []),
          ...(undo
            ? [
                {
                  term: 'Undone',
                  description: (
                    <>
                      <RelativeTime at={undo.at} /> by {undo.by}, {number(undo.taken)} taken back
                      {!undo.over && ' so far'}
                    </>
                  ),
                },
              ]
            : []),
          { term: 'Size', description: `${number(bytes)} bytes` },
          ...(sha256 ? [{ term: 'SHA-256', description: <code className="text-sm break-all">{sha256}</code> }] : []),
          {
            term: 'Upload id',
            description: (
              <>
                <code className="text-sm break-all">{id}</code> <CopyButton value={id} label="Copy upload id" />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
