/** Copies `value`; `label` names what is copied: "Copy tenant id". What happens on a click is in `copy-on-click.tsx`. */
export const CopyButton = ({ value, label }: { value: string; label: string }) => (
  <button type="button" data-copy={value} aria-label={label} title={label} className="copy">
    <i className="icon icon-copy" />
  </button>
);
