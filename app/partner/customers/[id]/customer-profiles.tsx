import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { Profile } from '@/lib/profiles/queries';

/** What new devices of a customer get, and the way to its profiles. */
export function CustomerProfiles({ customerId, profiles }: { customerId: string; profiles: Profile[] }) {
  const usual = profiles.find(({ isDefault }) => isDefault);
  return (
    <Card title="Profiles" action={<TextLink href={paths.profiles(customerId)}>See profiles</TextLink>}>
      <p>
        {usual
          ? `Devices that you register get “${usual.name}”.`
          : profiles.length > 0
            ? 'Devices that you register get no profile by default.'
            : 'A profile spares people some of the questions when they set a device up.'}
      </p>
    </Card>
  );
}
