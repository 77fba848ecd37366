import { load } from '@/app/load';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { getSender } from '@/lib/consent/queries';
import { getRequest } from '@/lib/consent/request-queries';
import { statesBefore } from '@/lib/consent/state';
import { paths } from '@/lib/paths';
import { ResendForm } from './resend-form';

export const metadata = { title: 'Resend the request' };

export default async function ResendPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = paths.resendRequest(id);
  const { today } = await load(getSender, {}, here);
  const request = await load(getRequest, { id }, here);
  const { recipientName, recipientEmail, organization, state, replacedBy } = request;
  return (
    <>
      <PageHeader
        title="Resend the request"
        description={`To ${recipientName} (${recipientEmail}) of ${organization}. The recipient and what you ask for stay as they are.`}
        breadcrumb={[
          { label: 'Requests', href: paths.requests() },
          { label: `Request to ${recipientName}`, href: paths.request(id) },
        ]}
      />
      {statesBefore('supersede').includes(state) ? (
        <ResendForm requestId={id} recipientName={recipientName} today={today} />
      ) : (
        <div className="grid justify-items-start gap-4">
          <Alert tone="info" title={replacedBy ? 'This request was sent again already' : 'This request is closed'}>
            {replacedBy
              ? 'There is a newer link. If need be, resend that one.'
              : 'It was answered or taken back, so there is nothing to resend. You can ask again with a new request.'}
          </Alert>
          <a href={paths.request(replacedBy?.id ?? id)} className={buttonClass()}>
            {replacedBy ? 'See the newer request' : 'See what became of it'}
          </a>
        </div>
      )}
    </>
  );
}
