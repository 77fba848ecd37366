import { Fragment } from 'react';

/** A domain or an address that, where it is too long for its line, breaks behind a dot or an @ before anywhere else. */
export const Breakable = ({ text }: { text: string }) =>
  text.split(/(?<=[.@])/).map((part, position, parts) => (
    <Fragment key={parts.slice(0, position).join('')}>
      {position > 0 && <wbr />}
      {part}
    </Fragment>
  ));
