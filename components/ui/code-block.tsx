interface CodeBlockProps {
  /** What it is an example of, for whoever does not see it. */
  label: string;
  code: string;
}

/** Lines of a program as they are; wide ones are scrolled to, also by keyboard. */
export const CodeBlock = ({ label, code }: CodeBlockProps) => (
  <section
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    tabIndex={0}
    aria-label={label}
    className="overflow-x-auto rounded-lg border border-line bg-sunken p-4"
  >
    <pre className="text-sm">
      <code>{code}</code>
    </pre>
  </section>
);
