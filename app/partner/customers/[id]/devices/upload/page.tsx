import { z } from 'zod';
import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { uploadTarget } from '@/lib/devices/upload-queries';
import { paths } from '@/lib/paths';
import { profileChoices } from '@/lib/profiles/queries';
import { FileRules } from './file-rules';
import { UploadForm } from './upload-form';

export const metadata = { title: 'Upload devices' };

interface UploadPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const typedBeforehand = z.object({
  serial: z.string().catch(''),
  manufacturer: z.string().catch(''),
  model: z.string().catch(''),
  productKey: z.string().catch(''),
});

export default async function UploadPage({ params, searchParams }: UploadPageProps) {
  const { id } = await params;
  const known = typedBeforehand.parse(await searchParams);
  const customer = await load(uploadTarget, { customerId: id }, paths.uploadDevices(id));
  const mayChoose = allows(await currentActor(), 'profiles:apply');
  const offer = mayChoose ? await load(profileChoices, { customerId: id }, paths.uploadDevices(id)) : null;
  return (
    <>
      <PageHeader
        title="Upload devices"
        description={`Every device in the file is registered for ${customer.name}.`}
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customer.name, href: paths.customer(id) },
          { label: 'Devices', href: paths.customerDevices(id) },
        ]}
      />
      <UploadForm
        customerId={id}
        defaultBatch={now().toISOString().slice(0, 10)}
        batches={customer.batches}
        remembered={customer.mappings}
        known={known.serial || known.productKey ? known : null}
        profiles={offer && offer.choices.length > 0 ? offer : null}
        rules={<FileRules />}
      />
    </>
  );
}
