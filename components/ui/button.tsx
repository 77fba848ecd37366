import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';

type Variant = 'primary' | 'secondary' | 'danger' | 'ghost';
type Size = 'sm' | 'md';

const base =
  'inline-flex items-center justify-center gap-2 rounded-md font-medium text-center motion-safe:transition-colors sm:whitespace-nowrap ' +
  'aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60';

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
  ghost: 'text-ink hover:bg-sunken',
};

const sizes: Record<Size, string> = { sm: 'min-h-7 px-2.5 text-sm', md: 'min-h-9 px-4 text-base' };

/** The look of a button, for a link that is one. */
export const buttonClass = ({ variant = 'primary', size = 'md' }: { variant?: Variant; size?: Size } = {}): string =>
  `${base} ${variants[variant]} ${sizes[size]}`;

interface ButtonProps extends ComponentProps<'button'> {
  variant?: Variant;
  size?: Size;
  /** Work is under way: the button stays where the focus is, says so and submits nothing. */
  pending?: boolean;
}

export function Button({ variant, size, pending = false, type = 'button', className = '', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending ? 'button' : type}
      onClick={pending ? undefined : rest.onClick}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={`${buttonClass({ variant, size })} ${className}`}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />}
      {rest.children}
    </button>
  );
}
