import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SearchForm } from '@/components/ui/search-form';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { DeviceAddress } from './device-address';
import { DeviceFilters } from './device-filters';

interface DeviceToolbarProps {
  customerId: string;
  address: DeviceAddress & Record<string, string | undefined>;
  /** The list does not hold all devices of the customer. */
  narrowed: boolean;
  /** There is something to export. */
  exports: boolean;
}

/** What a list of devices is searched and narrowed by, and how to take it along. */
export function DeviceToolbar({ customerId, address, narrowed, exports }: DeviceToolbarProps) {
  const { q, upload } = address;
  return (
    <div className="mb-4 grid gap-3">
      <SearchForm
        label="Serial number, key, order, tag, batch"
        value={q}
        action={paths.customerDevices(customerId)}
        hidden={upload ? { upload } : {}}
      >
        <DeviceFilters customerId={customerId} address={address} />
      </SearchForm>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {upload && (
          <span>
            Only devices of <TextLink href={paths.upload(upload)}>one upload</TextLink>.
          </span>
        )}
        {narrowed && <TextLink href={paths.customerDevices(customerId)}>Show all devices</TextLink>}
        {exports && (
          <a
            href={paths.customerDevicesCsv(customerId, address)}
            download
            className={`${buttonClass({ variant: 'secondary', size: 'sm' })} sm:ml-auto`}
          >
            <Icon name="download" />
            Export CSV
          </a>
        )}
      </div>
    </div>
  );
}
