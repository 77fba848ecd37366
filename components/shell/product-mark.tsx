/** A stroke and its countersign. */
export const ProductMark = ({ className = 'size-7' }: { className?: string }) => (
  <svg viewBox="0 0 28 28" aria-hidden="true" className={`shrink-0 text-accent ${className}`}>
    <rect width="28" height="28" rx="7" fill="currentColor" />
    <path
      d="m6.5 15 4 4 6-10M13 17l2 2 6.5-10"
      fill="none"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="stroke-on-accent"
    />
  </svg>
);
