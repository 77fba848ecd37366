/** The icons that `icons.css` draws. */
export type IconName =
  | 'check'
  | 'cross'
  | 'minus'
  | 'shield'
  | 'dashboard'
  | 'people'
  | 'person'
  | 'send'
  | 'handshake'
  | 'bell'
  | 'menu'
  | 'leave'
  | 'switch'
  | 'download'
  | 'search'
  | 'previous'
  | 'next'
  | 'upload'
  | 'history'
  | 'enter'
  | 'laptop'
  | 'scale'
  | 'sliders'
  | 'waypoints'
  | 'expand'
  | 'key'
  | 'pause';

/** Beside a word it only decorates; alone it needs a name on what holds it. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <i className={`icon icon-${name} ${className}`} />
);
