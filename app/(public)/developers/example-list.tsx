import { CodeBlock } from '@/components/ui/code-block';
import type { Example } from './examples';

export const ExampleList = ({ title, examples }: { title: string; examples: Example[] }) => (
  <section className="grid gap-6">
    <h2 className="text-xl">{title}</h2>
    {examples.map(({ name, sentence, code }) => (
      <section key={name} className="grid gap-2">
        <h3 className="text-lg">{name}</h3>
        <p className="text-muted">{sentence}</p>
        <CodeBlock label={name} code={code} />
      </section>
    ))}
  </section>
);
