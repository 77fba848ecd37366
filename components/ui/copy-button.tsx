import { buttonClass } from './button';

interface CopyButtonProps {
  value: string;
  /** Names what is copied: "Copy tenant id". */
  label: string;
  /** Shows the label beside the icon, where copying is the main thing to do. */
  labelled?: boolean;
}

/** Copies `value`. What happens on a click is in `copy-on-click.tsx`. */
export const CopyButton = ({ value, label, labelled = false }: CopyButtonProps) =>
  labelled ? (
    <button type="button" data-copy={value} className={buttonClass({ variant: 'secondary' })}>
      <i className="icon icon-copy" />
      {label}
    </button>
  ) : (
    <button type="button" data-copy={value} aria-label={label} title={label} className="copy" />
  );
