import { oemCalls } from '@/app/oem/v1/calls';
import { CodeBlock } from '@/components/ui/code-block';
import { TextLink } from '@/components/ui/text-link';
import { oemDevicesAtMost } from '@/lib/oem/device-input';
import { paths } from '@/lib/paths';
import { CallTable } from './call-table';
import { oemExample } from './examples';

const rules = [
  `A call brings at most ${oemDevicesAtMost.toLocaleString('en')} devices. Each is known by its product key, or by serial number, manufacturer and model; a hardware hash is refused.`,
  'With tenantId or tenantDomain the devices are registered for that customer. Where both are sent they have to agree.',
  'With both blank the devices are deregistered, as far as you registered them and their customers still consent.',
  'The answer has one entry for each device, in the order they came, with its identifiers, status, code, reason, message and retryable. It is complete: there is nothing to poll.',
  'An organization that has not consented is answered 403 with code 20002; data holds your link, for its global administrator to open. An organization that does not exist is answered the same.',
  'ValidateDeviceSubmissionData takes the same body, changes nothing, and answers what the other call would: consented, and for each device what it would be told.',
];

/** The API of device manufacturers, which are told apart from sellers by their scope. */
export const OemSection = () => (
  <section className="grid gap-4">
    <h2 className="text-xl">For device manufacturers (OEM)</h2>
    <p className="max-w-2xl">
      A manufacturer registers the devices it builds for customers that consented to it. Its API client has the scope{' '}
      <code>oem</code>, gets its token as everybody’s does, and asks below <code>/oem/v1</code>. Of <code>/v1</code> it
      may read, with the scope <code>read</code>, and set its webhook. As OpenAPI 3.1:{' '}
      <TextLink href={paths.oemOpenApi()}>{paths.oemOpenApi()}</TextLink>
    </p>
    <ul className="ml-5 grid max-w-2xl list-disc gap-2">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
    <section className="grid gap-2">
      <h3 className="text-lg">{oemExample.name}</h3>
      <p className="text-muted">{oemExample.sentence}</p>
      <CodeBlock label={oemExample.name} code={oemExample.code} />
    </section>
    <CallTable root="/oem/v1" calls={oemCalls} />
  </section>
);
