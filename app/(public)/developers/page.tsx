import { calls } from '@/app/v1/calls';
import { longestBody } from '@/app/v1/read-call';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { Verifying } from '@/components/webhooks/verifying';
import { submittedAtMost } from '@/lib/devices/submitted-devices';
import { paths } from '@/lib/paths';
import { allowance } from '@/lib/wire/allowance';
import { CallTable } from './call-table';
import { ExampleList } from './example-list';
import { clientSettings, examples } from './examples';
import { OemSection } from './oem-section';

export const metadata = { title: 'API' };

const number = new Intl.NumberFormat('en');

const rules = [
  `A client makes at most ${number.format(allowance.calls)} calls in ${allowance.period / 1000} seconds. After that it is answered 429, with Retry-After.`,
  `A call brings at most ${number.format(submittedAtMost)} devices and ${longestBody / 1024 ** 2} MiB.`,
  'Give each changing call an MS-RequestId (or Idempotency-Key) of its own. Sent again with the same body it has no second effect and the same answer; with another body it is answered 409.',
  'Lists go on by the continuation token of the page before, sent as the header MS-ContinuationToken, with seekOperation=Next or Previous; First, Last and PageIndex with index need none.',
  'Consent requests and Device conflicts are our own, beside what Partner Center clients know. A request sent by copy tells its link in the first answer and never again.',
  'A policy comes with an ETag. Sent back as If-Match, a change is refused with 2055 where somebody was quicker.',
  'Addresses and keys are read in any case. A null is as if it were not there, and what nobody knows is left out.',
  'A token is good for an hour. Whatever ends the client, the consent or the partnership counts at its next call.',
];

export default function DevelopersPage() {
  return (
    <div className="mx-auto grid max-w-4xl gap-10 pb-10">
      <div>
        <PageHeader
          title="API"
          description="It is written to the format that Partner Center clients speak: give them our address and an API client."
        />
        <p className="max-w-2xl">
          A global administrator of your organization makes an API client under{' '}
          <TextLink href={paths.apiClients()}>API clients</TextLink>. Indirect resellers have none and work in the
          browser. The whole API as OpenAPI 3.1: <TextLink href={paths.openApi()}>{paths.openApi()}</TextLink>
        </p>
      </div>
      <ExampleList title="Quick start" examples={examples} />
      <ExampleList title="Clients that exist" examples={clientSettings} />
      <section className="grid gap-3">
        <h2 className="text-xl">Rules</h2>
        <ul className="ml-5 grid max-w-2xl list-disc gap-2">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section className="grid gap-3">
        <h2 className="text-xl">Webhooks</h2>
        <p className="max-w-2xl">
          A global administrator says under <TextLink href={paths.webhooks()}>Webhooks</TextLink> where events are sent;
          a program may say it by <code>/webhooks/v1/registration</code>.
        </p>
        <Verifying />
      </section>
      <section className="grid gap-4">
        <h2 className="text-xl">Calls</h2>
        <CallTable root="/v1" calls={calls} />
      </section>
      <OemSection />
    </div>
  );
}
