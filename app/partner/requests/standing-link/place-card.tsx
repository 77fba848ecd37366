import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { StandingPlace } from '@/lib/consent/standing-queries';
import { rotate } from './actions';
import { MakeLink } from './make-link';

interface PlaceCardProps extends StandingPlace {
  /** The link's two addresses, whole; none before it is made. */
  addresses: { without: string; with: string } | null;
  mayMake: boolean;
  mayRotate: boolean;
}

const Address = ({ title, hint, url }: { title: string; hint: string; url: string }) => (
  <div className="grid gap-1">
    <h3>{title}</h3>
    <p className="text-sm text-muted">{hint}</p>
    <p className="flex items-start gap-2 rounded-md border border-line bg-sunken p-3">
      <code className="min-w-0 grow text-sm break-all">{url}</code>
      <CopyButton value={url} label={`Copy the link ${title.toLowerCase()}`} />
    </p>
  </div>
);

/** One standing link: its two addresses, how often it was answered, and the way to replace it. */
export function PlaceCard({ provider, link, addresses, mayMake, mayRotate }: PlaceCardProps) {
  const { number } = useFormats();
  const title = provider ? `With ${provider.name}` : 'Your link';
  if (!link || !addresses) {
    return (
      <Card title={title}>
        {mayMake ? (
          <MakeLink providerId={provider?.id} />
        ) : (
          <p>There is none yet. An admin agent or a sales agent of your organization can make it.</p>
        )}
      </Card>
    );
  }
  return (
    <Card
      title={title}
      action={
        mayRotate && (
          <ConfirmedAction
            label="Replace the link"
            question="Replace the standing link?"
            consequences={[
              'Both addresses below stop working at once, wherever you put them. Whoever opens one is told to ask you for the newest.',
              'You get a new link with new addresses, and no answers yet.',
              'What customers granted by the old link stays as it is.',
            ]}
            done="The link is replaced. Close this to see the new one."
            run={rotate.bind(null, link.id)}
            already="already_replaced"
          />
        )
      }
    >
      <div className="grid gap-6">
        <Address
          title="Without administrative access"
          hint="Asks for the relationship alone. Registering devices needs no more."
          url={addresses.without}
        />
        <Address
          title="With administrative access"
          hint="Asks for delegated administration permissions too. Each customer can leave them out."
          url={addresses.with}
        />
        <DefinitionList
          items={[
            { term: 'Accepted by it', description: number(link.accepted) },
            { term: 'Declined by it', description: number(link.declined) },
            {
              term: 'Made',
              description: (
                <>
                  <RelativeTime at={link.madeAt} /> by {link.madeBy}
                </>
              ),
            },
          ]}
        />
      </div>
    </Card>
  );
}
