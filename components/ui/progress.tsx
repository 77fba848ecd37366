/** How far something has come: `value` of `max`. Without a value yet, it moves without saying how far. */
export const Progress = ({ value, max, label }: { value?: number; max: number; label: string }) => (
  <progress aria-label={label} value={value} max={max} className="progress" />
);
