import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { countries } from '@/lib/tenants/countries';
import { ApplyForm } from './apply-form';

export const metadata = { title: 'Become a partner' };

/** For an organization that wants to be a partner here. */
export default function ApplyPage() {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Become a partner"
        description="Tell us about your organization. You confirm it by a mail, then support reads it and answers."
      />
      <Card>
        <ApplyForm countries={countries} />
      </Card>
    </div>
  );
}
