import { type Control, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { MailPreview } from '@/components/mail/mail-preview';
import { days, later } from '@/lib/clock';
import { requestMail } from '@/lib/consent/request-mail';
import type { sendRequestInput } from '@/lib/consent/send-request-input';
import { vetName } from '@/lib/consent/vet-name';
import type { RequestFormProps } from './request-form';

interface RequestPreviewProps extends RequestFormProps {
  control: Control<z.input<typeof sendRequestInput>, unknown, z.output<typeof sendRequestInput>>;
}

/** What cannot be sent is not shown as if it could: the place of the name says what belongs there. */
function named(typed: string, place: string): string {
  const vetted = vetName(typed);
  return vetted.ok ? vetted.value : place;
}

/** The mail as it will arrive, while its form is filled in. */
export function RequestPreview({ control, partner, kind, providers, origin, from, at }: RequestPreviewProps) {
  const given = useWatch({ control });
  const provider = providers.length === 1 ? providers[0] : providers.find(({ id }) => id === given.providerId);
  const mail = requestMail({
    partner,
    kind,
    providerName: provider?.name ?? null,
    recipientName: named(given.recipientName ?? '', '[Recipient name]'),
    organization: named(given.organization ?? '', '[Organization]'),
    dap: given.dap ?? false,
    expiresAt: later(at, days(given.expiresInDays ?? 14)),
    url: origin,
  });
  return (
    <section className="lg:sticky lg:top-6">
      <h2 className="mb-2 text-lg">The mail as it will arrive</h2>
      <MailPreview from={from} to={given.recipientEmail || '[Recipient email]'} mail={mail} />
    </section>
  );
}
