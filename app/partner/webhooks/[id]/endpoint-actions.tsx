import { ActionButton } from '@/components/ui/action-button';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { paths } from '@/lib/paths';
import type { Endpoint } from '@/lib/webhooks/queries';
import { disable, enable, remove, sendTest } from '../actions';
import { ChangeEndpoint } from './change-endpoint';
import { RotateSecret } from './rotate-secret';

/** What can be done with a webhook as it stands. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const { id, url, events, disabledAt } = endpoint;
  const { host } = new URL(url);
  return (
    <div className="mt-5 flex flex-wrap items-start gap-3">
      {disabledAt ? (
        <ActionButton
          label="Enable"
          variant="primary"
          size="sm"
          run={enable.bind(null, id)}
          refusals={{ already_enabled: 'It is enabled already.' }}
        />
      ) : (
        <ActionButton
          label="Send a test"
          size="sm"
          run={sendTest.bind(null, id)}
          refusals={{ disabled: 'The webhook is disabled. Enable it first.' }}
        />
      )}
      <ChangeEndpoint endpointId={id} url={url} chosen={events} />
      <RotateSecret endpointId={id} />
      {!disabledAt && (
        <ConfirmedAction
          label="Disable"
          question={`Disable the webhook at ${host}?`}
          consequences={[
            'Nothing more is sent there, not even what is on its way.',
            'What happens while it is disabled is not kept for it.',
          ]}
          done="The webhook is disabled."
          run={disable.bind(null, id)}
          already="already_disabled"
        />
      )}
      <ConfirmedAction
        label="Remove"
        question={`Remove the webhook at ${host}?`}
        consequences={['Nothing more is sent there.', 'Its deliveries cannot be read any more.']}
        done="The webhook is removed."
        run={remove.bind(null, id)}
        already="already_removed"
        next={paths.webhooks()}
      />
    </div>
  );
}
