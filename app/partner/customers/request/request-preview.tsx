import { type Control, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { MailPreview } from '@/components/mail/mail-preview';
import { days, later } from '@/lib/clock';
import { nameOr } from '@/lib/consent/name-or';
import { requestMail } from '@/lib/consent/request-mail';
import type { sendRequestInput } from '@/lib/consent/send-request-input';
import type { RequestFormProps } from './request-form';

interface RequestPreviewProps extends RequestFormProps {
  control: Control<z.input<typeof sendRequestInput>, unknown, z.output<typeof sendRequestInput>>;
}

/** The mail as it will arrive, while its form is filled in. */
export function RequestPreview({ control, partner, kind, providers, origin, from, at }: RequestPreviewProps) {
  const given = useWatch({ control });
  const provider = providers.length === 1 ? providers[0] : providers.find(({ id }) => id === given.providerId);
  const mail = requestMail({
    partner,
    kind,
    providerName: provider?.name ?? null,
    recipientName: nameOr(given.recipientName, '[Recipient name]'),
    organization: nameOr(given.organization, '[Organization]'),
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
