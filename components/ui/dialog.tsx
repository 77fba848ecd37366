import { type ReactNode, type RefObject, useId } from 'react';

interface DialogProps {
  /** Open it with `showModal()`, close it with `close()`. */
  ref: RefObject<HTMLDialogElement | null>;
  /** Rendered as an h2; the dialog's accessible name. */
  title: string;
  onClose?: () => void;
  children: ReactNode;
  /** Buttons, the harmless one first: it has the focus when the dialog opens. */
  actions: ReactNode;
}

/** A native modal dialog: the page behind it is inert, Escape closes it, the focus goes back where it was. */
export function Dialog({ ref, title, onClose, children, actions }: DialogProps) {
  const id = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      className={
        'm-auto w-[calc(100%-2rem)] max-w-lg rounded-lg border border-line bg-surface p-6 text-left text-base text-ink ' +
        'shadow-lg backdrop:bg-scrim'
      }
    >
      <h2 id={id} className="mb-3 text-lg">
        {title}
      </h2>
      {children}
      <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>
    </dialog>
  );
}
