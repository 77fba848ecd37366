import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { SupportedDevice } from '@/lib/support/device-queries';

const none = <span className="text-muted">None</span>;
/** What a device is known by, and who registered it for whom. */
export function DeviceFacts({ device: { id, row, upload, registered, profile } }: { device: SupportedDevice }) {
  const { number } = useFormats();
  const known = registered && [
    { term: 'Serial number', description: registered.serial ?? none },
    { term: 'Manufacturer', description: registered.manufacturer || none },
    { term: 'Model', description: registered.model || none },
    { term: 'Product key', description: registered.productKey ?? none },
    { term: 'Hardware hash', description: registered.hasHash ? 'On file' : none },
    { term: 'Batch', description: registered.batch },
    { term: 'Profile', description: profile?.name ?? none },
    { term: 'Group tag', description: registered.groupTag ?? none },
    { term: 'Order number', description: registered.orderNumber ?? none },
    { term: 'Assigned user', description: registered.assignedUser ?? none },
    { term: 'Registered', description: <RelativeTime at={registered.registeredAt} /> },
  ];
  return (
    <Card title={registered ? 'Registered now' : 'Where it was registered'}>
      <DefinitionList
        items={[
          {
            term: 'Customer',
            description: <TextLink href={paths.supportTenant(upload.customer.id)}>{upload.customer.name}</TextLink>,
          },
          {
            term: 'Registered by',
            description: <TextLink href={paths.supportTenant(upload.registrar.id)}>{upload.registrar.name}</TextLink>,
          },
          ...(known ?? []),
          {
            term: 'From',
            description: (
              <>
                Row {number(row)} of{' '}
                <TextLink href={paths.supportUpload(upload.id)}>{upload.fileName ?? 'an upload'}</TextLink>
              </>
            ),
          },
          {
            term: 'Device id',
            description: (
              <>
                <code className="text-sm break-all">{id}</code> <CopyButton value={id} label="Copy device id" />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
