import { FileCheck2, MailCheck, ShieldCheck } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { placesOf } from '@/lib/auth/places';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

const steps = [
  {
    icon: MailCheck,
    title: 'Partners ask',
    text: 'A partner sends a customer one request. It names the partner, what it will be able to do and what it will not.',
  },
  {
    icon: ShieldCheck,
    title: 'Customers countersign',
    text: 'Only a global administrator of the customer can accept, by ticking Yes. Administrative access is asked for apart and can be left out.',
  },
  {
    icon: FileCheck2,
    title: 'Devices get registered',
    text: 'From that moment the partner registers the customer’s Windows Autopilot devices from a file, and every row is told what became of it.',
  },
];

export default async function LandingPage() {
  const actor = await currentActor();
  const [place] = actor ? placesOf(actor) : [];
  return (
    <div className="mx-auto grid max-w-4xl gap-12 py-10 sm:py-20">
      <div className="grid justify-items-start gap-4">
        <h1 className="max-w-2xl text-3xl tracking-tight">A partner center that waits for your signature</h1>
        <p className="max-w-xl text-lg text-muted">
          Countersign is where partners ask for consent, customers give it, and devices are registered with it. Both
          sides can see at any time who may do what, and since when.
        </p>
        {place ? (
          <a href={place.href} className={`mt-2 ${buttonClass()}`}>
            Open {place.name}
          </a>
        ) : (
          <div className="mt-2 flex flex-wrap gap-3">
            <a href={paths.signIn()} className={buttonClass()}>
              Sign in
            </a>
            <a href={paths.apply()} className={buttonClass({ variant: 'secondary' })}>
              Become a partner
            </a>
          </div>
        )}
      </div>
      <ul className="grid gap-8 border-t border-line pt-8 sm:grid-cols-3">
        {steps.map(({ icon: Icon, title, text }) => (
          <li key={title} className="grid content-start gap-2">
            <Icon aria-hidden className="size-6 text-accent" strokeWidth={1.5} />
            <h2 className="text-lg">{title}</h2>
            <p className="text-muted">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
